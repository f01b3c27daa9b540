package film.finalsay.script.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A screenplay of real size, made up by a seeded generator, and written in both formats. */
public final class Screenplay {

  private static final String[] WORDS =
      ("light keeper storm harbour lens stair rope engine letter brother winter rock gull signal"
              + " chart compass lantern ladder glass salt hull captain anchor tide fog bell oil wick"
              + " window door hand voice night morning road village church boat net fish stone wall"
              + " slowly again under behind against before nobody somebody never always turns waits"
              + " carries lifts drops opens closes runs stops listens burns breaks holds lets falls")
          .split(" ");
  private static final String[] PEOPLE = {"NOVA", "KEEPER", "ANNA", "CAPTAIN", "BOY", "McALLISTER"};
  private static final String[] PLACES = {
    "LIGHTHOUSE, LAMP ROOM", "HARBOUR", "STAIRS", "KITCHEN", "BOAT", "ROCKS", "VILLAGE ROAD"
  };
  private static final String[] TIMES = {"DAY", "NIGHT", "DAWN", "DUSK"};

  /**
   * @param who null for an action
   */
  public record Paragraph(String who, String text) {}

  public static final class TestScene {
    public String number;
    public String heading;
    public final List<Paragraph> paragraphs = new ArrayList<>();
  }

  public final List<TestScene> scenes = new ArrayList<>();
  private final Random random;

  public Screenplay(long seed, int size) {
    random = new Random(seed);
    for (int i = 0; i < size; i++) {
      scenes.add(scene(null));
    }
  }

  public Screenplay numbered() {
    for (int i = 0; i < scenes.size(); i++) {
      scenes.get(i).number = String.valueOf(i + 1);
    }
    return this;
  }

  /** About a page, of text that no other scene has. */
  public TestScene scene(String number) {
    TestScene scene = new TestScene();
    scene.number = number;
    scene.heading =
        "%s. %s - %s".formatted(random.nextBoolean() ? "INT" : "EXT", one(PLACES), one(TIMES));
    int length = 6 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      scene.paragraphs.add(paragraph());
    }
    return scene;
  }

  public Paragraph paragraph() {
    return random.nextInt(3) == 0
        ? new Paragraph(null, sentences(2 + random.nextInt(3)))
        : new Paragraph(one(PEOPLE), sentences(1 + random.nextInt(2)));
  }

  public String sentences(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      StringBuilder sentence = new StringBuilder();
      int words = 5 + random.nextInt(9);
      for (int w = 0; w < words; w++) {
        sentence.append(w == 0 ? "" : " ").append(one(WORDS));
      }
      text.append(i == 0 ? "" : " ")
          .append(sentence.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(sentence.substring(1))
          .append('.');
    }
    return text.toString();
  }

  public String fountain() {
    StringBuilder text = new StringBuilder("Title: Nova\nDraft date: 2027-01-01\n\nFADE IN:\n\n");
    for (TestScene scene : scenes) {
      text.append(scene.heading.matches("(INT|EXT)\\..*") ? "" : ".").append(scene.heading);
      text.append(scene.number == null ? "" : " #%s#".formatted(scene.number)).append("\n\n");
      for (Paragraph one : scene.paragraphs) {
        text.append(
            one.who() == null
                ? ""
                : (one.who().equals("McALLISTER") ? "@" : "") + one.who() + "\n");
        text.append(one.text()).append("\n\n");
      }
    }
    return text.toString();
  }

  public String finalDraft() {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>\n"
                + "<FinalDraft DocumentType=\"Script\" Template=\"No\" Version=\"5\">\n<Content>\n");
    paragraph(xml, "Action", null, "FADE IN:");
    for (TestScene scene : scenes) {
      paragraph(xml, "Scene Heading", scene.number, scene.heading);
      for (Paragraph one : scene.paragraphs) {
        if (one.who() != null) {
          paragraph(xml, "Character", null, one.who());
        }
        paragraph(xml, one.who() == null ? "Action" : "Dialogue", null, one.text());
      }
    }
    return xml.append("</Content>\n</FinalDraft>\n").toString();
  }

  private static void paragraph(StringBuilder xml, String type, String number, String text) {
    xml.append("<Paragraph ")
        .append(number == null ? "" : "Number=\"%s\" ".formatted(number))
        .append("Type=\"%s\"><Text>%s</Text></Paragraph>\n".formatted(type, text));
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
