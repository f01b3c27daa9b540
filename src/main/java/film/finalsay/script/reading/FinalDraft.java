package film.finalsay.script.reading;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Final Draft's XML. Read are the paragraphs of its content; notes, the outline, what an omitted
 * scene once was, the title page and everything else are left out. There is no document type and no
 * entity in it.
 */
final class FinalDraft {

  private static final int DEEPEST = 40;
  private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,3})(?:\\s+|$))?(?:([0-7])/8)?");
  private static final Pattern PAGE = Pattern.compile("(\\d{1,4})[A-Z]{0,3}");
  private static final Map<String, Element> ELEMENTS =
      Map.of(
          "Character", Element.CHARACTER,
          "Parenthetical", Element.PARENTHETICAL,
          "Dialogue", Element.DIALOGUE,
          "Lyrics", Element.LYRICS,
          "Singing", Element.LYRICS,
          "Transition", Element.TRANSITION);

  /** Of paragraphs among the others that plan the script, as sections and synopses do elsewhere. */
  private static final Pattern OUTLINE = Pattern.compile("Outline .*|Summary|Note");

  private final XMLStreamReader xml;
  private final ScriptBuilder script = new ScriptBuilder(ScriptFormat.FINAL_DRAFT);
  private final Deque<Paragraph> open = new ArrayDeque<>();
  private int depth;

  /** The depth of the element that is left out with all that is in it; 0 for none. */
  private int leftOut;

  private boolean inText;

  /** Whether the text at hand is written small and printed in capitals. */
  private boolean inCapitals;

  /** Speeches in the dual dialogue at hand; -1 outside of one. */
  private int dualSpeeches = -1;

  private static final class Paragraph {
    final String type;
    final String number;
    final int line;
    final StringBuilder text = new StringBuilder();
    int length;
    int page;
    boolean omitted;

    Paragraph(String type, String number, int line) {
      this.type = type;
      this.number = number;
      this.line = line;
    }

    boolean says() {
      return !text.toString().isBlank() || (number != null && !number.isBlank());
    }

    /** Of a scene that was cut, whatever was written in its place. */
    String heading() {
      String heading = text.toString();
      return omitted && !Scene.isOmitted(heading.strip()) ? "OMITTED" : heading;
    }
  }

  private FinalDraft(XMLStreamReader xml) {
    this.xml = xml;
  }

  static Script read(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("no external entities");
        });
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text.strip()));
      try {
        // 1.1 lets control characters in, written as numbers
        if ("1.1".equals(xml.getVersion())) {
          throw ScriptFile.refused(1, "is XML 1.1; Final Draft writes XML 1.0.");
        }
        return new FinalDraft(xml).read();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException malformed) {
      int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNumber();
      throw ScriptFile.refused(Math.max(line, 1), "is no well-formed XML.");
    }
  }

  private Script read() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText && leftOut == 0) {
            String text = xml.getText();
            open.peek().text.append(inCapitals ? text.toUpperCase(Locale.ROOT) : text);
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw ScriptFile.refused(
                line(), "declares or uses an entity; Final Draft writes none, and none is read.");
        default -> {
          // comments and instructions say nothing
        }
      }
    }
    return script.script();
  }

  private void begin() {
    depth++;
    if (depth > DEEPEST) {
      throw ScriptFile.refused(
          line(), "is nested deeper than the %d levels of any script.", DEEPEST);
    }
    String name = xml.getLocalName();
    if (depth == 1 && !name.equals("FinalDraft")) {
      throw ScriptFile.refused(line(), "is XML, but no Final Draft script.");
    }
    if (leftOut > 0 || depth == 1 || (depth == 2 && name.equals("Content"))) {
      return;
    }
    boolean inParagraph =
        !open.isEmpty() && dualSpeeches < 0 || dualSpeeches >= 0 && open.size() > 1;
    if (name.equals("Paragraph") && depth > 2 && !inParagraph) {
      open.push(new Paragraph(attribute("Type"), xml.getAttributeValue(null, "Number"), line()));
    } else if (name.equals("DualDialogue") && inParagraph && dualSpeeches < 0) {
      dualSpeeches = 0;
    } else if (name.equals("Text") && inParagraph && !attribute("Style").contains("HiddenText")) {
      inText = true;
      inCapitals = attribute("Style").contains("AllCaps");
    } else {
      if (name.equals("SceneProperties") && inParagraph) {
        open.peek().length = eighths(attribute("Length"));
        open.peek().page = page(attribute("Page"));
      } else if (name.equals("OmittedScene") && inParagraph) {
        open.peek().omitted = true;
      }
      leftOut = depth;
    }
  }

  private void end() {
    String name = xml.getLocalName();
    if (leftOut > 0) {
      leftOut = leftOut == depth ? 0 : leftOut;
    } else if (name.equals("Text")) {
      inText = false;
    } else if (name.equals("DualDialogue")) {
      dualSpeeches = -1;
    } else if (name.equals("Paragraph")) {
      add(open.pop());
    }
    depth--;
  }

  private void add(Paragraph paragraph) {
    if (OUTLINE.matcher(paragraph.type).matches()) {
      return;
    }
    String text = paragraph.text.toString();
    if (paragraph.type.equals("Scene Heading")) {
      if (paragraph.says()) {
        script.heading(
            paragraph.line,
            paragraph.number,
            paragraph.heading(),
            paragraph.length,
            paragraph.page);
      }
      return;
    }
    Element element = ELEMENTS.getOrDefault(paragraph.type, Element.ACTION);
    if (element == Element.CHARACTER) {
      script.speech(dualSpeeches > 0);
      dualSpeeches += dualSpeeches >= 0 ? 1 : 0;
    }
    boolean first = true;
    for (String line : text.split("\\R")) {
      String kept = element == Element.ACTION ? line.stripTrailing() : line.strip();
      script.line(paragraph.line, element, kept, first && element.afterBlank());
      first = false;
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** {@code 1 3/8} as 11; 0 if it is no such length. */
  private static int eighths(String length) {
    Matcher matcher = LENGTH.matcher(length);
    return matcher.matches() ? 8 * whole(matcher.group(1)) + whole(matcher.group(2)) : 0;
  }

  private static int whole(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** {@code 12A} of a revised script as 12; 0 if it is no such page. */
  private static int page(String page) {
    Matcher matcher = PAGE.matcher(page);
    return matcher.matches() ? whole(matcher.group(1)) : 0;
  }

  private int line() {
    return Math.max(xml.getLocation().getLineNumber(), 1);
  }
}
