package film.finalsay.script.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.support.ProcessorTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no script, or pretends to be another, is refused by name, and soon. */
class ScriptFileTest {

  private static final String SCENE = "INT. A - DAY\n\nHe waits.\n\n";
  private static final String XML = "<?xml version=\"1.0\"?>\n";

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("empty", "a.fountain", "", "is empty"),
        arguments("blank", "a.txt", " \n\t\n", "is empty"),
        arguments("a treatment", "a.txt", "A keeper saves a ship.", "has no scene"),
        arguments("a ZIP archive", "a.fdx", "PK\u0003\u0004abc", "is a ZIP archive"),
        arguments("NUL", "a.fountain", SCENE + "\u0000", "line 5: contains the control character"),
        arguments("an escape", "a.txt", SCENE + "\u001B[2J", "line 5: contains the control"),
        arguments("a PDF called text", "a.fountain", "%PDF-1.7\n", "contains PDF"),
        arguments("text called PDF", "a.pdf", SCENE, "contains plain text"),
        arguments("text called Word", "a.docx", SCENE, "contains plain text"),
        arguments("text called Final Draft", "a.fdx", SCENE, "contains plain text"),
        arguments("Final Draft called text", "a.txt", fdx(""), "contains Final Draft"),
        arguments("another XML", "a.fdx", XML + "<html/>", "line 2: is XML, but no Final Draft"),
        arguments("HTML called text", "a.txt", "<html>" + SCENE, "begins as HTML or other XML"),
        arguments("a page", "a.fountain", "<!DOCTYPE html>" + SCENE, "begins as HTML or other XML"),
        arguments("another XML by name", "a.xml", XML + "<x/>", "begins as HTML or other XML"),
        arguments("Final Draft called XML", "a.xml", fdx(""), "contains Final Draft"),
        arguments("RTF", "a.txt", "{\\rtf1\n\n" + SCENE, "is RTF, as word processors write it"),
        arguments("an empty ZIP archive", "a.txt", "PK\u0005\u0006", "is an empty ZIP archive"),
        arguments("broken XML", "a.fdx", XML + "<FinalDraft>\n<Content>", "is no well-formed XML"),
        arguments("no content", "a.fdx", XML + "<FinalDraft/>", "has no scene"),
        arguments(
            "an external entity",
            "a.fdx",
            XML + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + fdx("&e;"),
            "line 2: "),
        arguments(
            "an external document type",
            "a.fdx",
            XML + "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">" + fdx("x"),
            "declares or uses an entity"),
        arguments("a billion laughs", "a.fdx", laughs(), "declares or uses an entity"),
        arguments("an unknown entity", "a.fdx", fdx("&e;"), "declares or uses an entity"),
        arguments(
            "deep nesting",
            "a.fdx",
            XML + "<FinalDraft>" + "<a>".repeat(100_000),
            "is nested deeper"),
        arguments(
            "a heading of a megabyte",
            "a.fountain",
            "INT. " + "A".repeat(1_000_000) + "\n",
            "line 1: has 1000005 characters"),
        arguments(
            "a heading of 301 characters",
            "a.fountain",
            "INT. " + "A".repeat(296) + "\n",
            "line 1: the scene heading has 301 characters"),
        arguments(
            "a long line below a boneyard",
            "a.fountain",
            SCENE + "/* cut\n\ncut */\n@" + "A".repeat(10_000),
            "line 8: has 10001 characters"),
        arguments(
            "a control character in XML 1.1",
            "a.fdx",
            XML.replace("1.0", "1.1") + fdx("&#x1;"),
            "line 1: is XML 1.1"),
        arguments("the same in XML 1.0", "a.fdx", XML + fdx("&#x1;"), "is no well-formed XML"),
        arguments(
            "a line of a megabyte",
            "a.fountain",
            SCENE + "A".repeat(1_000_000),
            "line 5: has 1000000 characters"),
        arguments(
            "a million lines", "a.fountain", SCENE + "A\n".repeat(1_000_000), "is one line more"),
        arguments(
            "thousands of scenes", "a.fountain", "INT. A\n\n".repeat(5_001), "is one scene more"),
        arguments(
            "a number twice",
            "a.fountain",
            "INT. A #1a#\n\nX\n\nINT. B #1A#\n\n",
            "line 5: scene number 1A is there twice, first in line 1"),
        arguments("no number", "a.fountain", "INT. A #one two#\n\n", "line 1: the scene number"),
        arguments("a number too long", "a.fountain", "INT. A #12345678901#\n", "the scene number"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void isRefused(String what, String name, String content, String why) {
    refused(name, content.getBytes(StandardCharsets.UTF_8), why);
  }

  @Test
  void whatIsNotInTheEncodingItSaysIsRefusedInItsLine() {
    refused("a.txt", (SCENE + "é").getBytes(StandardCharsets.ISO_8859_1), "line 5: is no UTF-8");
    refused("a.txt", new byte[] {(byte) 0xFF, (byte) 0xFE, 'A', 0, 0}, "line 1: is no UTF-16");
    refused("a.txt", SCENE.getBytes(StandardCharsets.UTF_16LE), "control character U+0000");
    refused(
        "a.txt",
        "\uFEFFINT. A - DAY\n".getBytes(java.nio.charset.Charset.forName("UTF-32LE")),
        "Document: ");
  }

  @Test
  void whatOtherProgramsWriteIsRefusedByWhatItIs() {
    refused("a.doc", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1), "is a document of a word processor");
    refused("a.fountain", bytes(0x1F, 0x8B, 8, 0), "is compressed");
  }

  @Test
  void blanksInAHeadingDoNotMakeItLong() {
    String heading = "INT. A" + " ".repeat(400) + "- DAY";

    assertThat(FountainTest.read(heading + "\n")).containsExactly("(1) INT. A - DAY");
  }

  @Test
  void millionsOfBlankLinesAreReadSoon() {
    Duration start = ProcessorTime.now();

    assertThat(FountainTest.read(SCENE + "\r\n".repeat(4_500_000) + "INT. B - DAY\n")).hasSize(3);
    assertThat(ProcessorTime.since(start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void moreThanTenMegabytesOfTextAreRefused() {
    refused("a.txt", new byte[10 * 1024 * 1024 + 1], "has more than 10 MB");
  }

  @Test
  void aPdfIsKeptUnreadOfAnySize() {
    byte[] pdf = new byte[11 * 1024 * 1024];
    System.arraycopy("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), 0, pdf, 0, 8);

    assertThat(ScriptFile.read("a.PDF", pdf))
        .isEqualTo(new ScriptFile(ScriptFormat.PDF, java.util.Optional.empty()));
  }

  @Test
  void aNameWithoutAnEndingSaysNothing() {
    assertThat(ScriptFile.read("document", SCENE.getBytes()).format())
        .isEqualTo(ScriptFormat.FOUNTAIN);
    assertThat(ScriptFile.read("document", fdx("x").getBytes()).format())
        .isEqualTo(ScriptFormat.FINAL_DRAFT);
  }

  /** What makes a careless reader go back again and again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[", "/*", "]]", "*a", "_", "* ", "(", "#", "a ", "[[\n", "/* \n", "A\n\n", "~\n\n", "  \n"
      })
  void theEffortStaysInProportionToTheLength(String again) {
    int times = 3_000_000 / again.length();
    // as one line, and as lines of which each is short enough
    String long1 = SCENE + again.repeat(times);
    String lines = SCENE + (again.repeat(4_000 / again.length()) + "\n").repeat(700);
    Duration start = ProcessorTime.now();

    for (String text : new String[] {long1, lines}) {
      try {
        ScriptFile.read("a.fountain", text.getBytes(StandardCharsets.UTF_8));
      } catch (BusinessRuleException refused) {
        assertThat(refused.field()).isEqualTo("document");
      }
    }

    assertThat(ProcessorTime.since(start)).isLessThan(Duration.ofSeconds(10));
  }

  private static void refused(String name, byte[] content, String why) {
    assertThatThrownBy(() -> ScriptFile.read(name, content))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageStartingWith("Document: ")
        .hasMessageContaining(why)
        .extracting(thrown -> ((BusinessRuleException) thrown).field())
        .isEqualTo("document");
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static String fdx(String text) {
    return "<FinalDraft><Content><Paragraph Type=\"Scene Heading\"><Text>INT. A %s</Text></Paragraph></Content></FinalDraft>"
        .formatted(text);
  }

  private static String laughs() {
    StringBuilder xml = new StringBuilder(XML + "<!DOCTYPE lolz [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      xml.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    return xml.append("]>").append(fdx("&a9;")).toString();
  }
}
