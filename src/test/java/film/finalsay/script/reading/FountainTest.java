package film.finalsay.script.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fountain line by line: what each line is, and to which scene it belongs. */
class FountainTest {

  @Test
  void everyElementIsReadAsItsSyntaxSays() {
    assertThat(
            read(
                """
                Title: Nova
                Credit: written by
                Notes:
                    A page of its own.

                FADE IN:

                INT. LIGHTHOUSE, LAMP ROOM - NIGHT #1#

                Rain on *every* pane.
                  Indented, and kept.

                NOVA (60)
                (to the lamp)
                Once more, **then** you may rest.
                \s\s
                Then both of us.

                @McAllister
                Aye.

                KEEPER ^
                At the same time.

                !THE SIREN
                screams.

                ~A song of the sea

                > THE END <

                CUT TO:

                > Into the dark.

                ===

                # Act Two
                = They meet.

                EXT./INT. CAR - DAY #12A#

                Engine.

                .BRICK'S POOL #B-3.1#

                ...not a heading.
                """))
        .containsExactly(
            "- ACTION FADE IN:",
            "1 INT. LIGHTHOUSE, LAMP ROOM - NIGHT",
            "- ACTION Rain on every pane.",
            "- ACTION   Indented, and kept.",
            "- CHARACTER NOVA (60)",
            "- PARENTHETICAL (to the lamp)",
            "- DIALOGUE Once more, then you may rest.",
            "- DIALOGUE Then both of us.",
            "- CHARACTER McAllister",
            "- DIALOGUE Aye.",
            "- CHARACTER KEEPER",
            "- DIALOGUE At the same time.",
            "- ACTION THE SIREN",
            "- ACTION screams.",
            "- LYRICS A song of the sea",
            "- CENTERED THE END",
            "- TRANSITION CUT TO:",
            "- TRANSITION Into the dark.",
            "12A EXT./INT. CAR - DAY",
            "- ACTION Engine.",
            "B-3.1 BRICK'S POOL",
            "- ACTION ...not a heading.");
  }

  @Test
  void aHeadingHasABlankLineAboveAndBelowOrIsInCapitals() {
    assertThat(
            read(
                "INT. A - DAY\n\nHe waits.\nINT. B - DAY\n\nInt. C - day\nHe waits.\n\nINT. D\nRain.\n"))
        .containsExactly(
            "(1) INT. A - DAY",
            "- ACTION He waits.",
            "- ACTION INT. B - DAY",
            "- ACTION Int. C - day",
            "- ACTION He waits.",
            "(2) INT. D",
            "- ACTION Rain.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INT. A",
        "EXT A",
        "est. a",
        "INT./EXT. A",
        "INT/EXT A",
        "EXT./INT. A",
        "I/E. A",
        "i/e a",
        "I./E. A",
        ".FLASHBACK"
      })
  void isAHeading(String line) {
    assertThat(read("INT. FIRST\n\n" + line + "\n"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("(2) ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INTERCUT", "EXTRA COPS", "ESTABLISHING", "I/EYE", "..A", ". A"})
  void isNoHeading(String line) {
    assertThat(read("INT. FIRST\n\n" + line + "\n")).last().asString().startsWith("- ");
  }

  @Test
  void boneyardsAndNotesAreNotThereAndLeaveNoBlankLine() {
    assertThat(
            read(
                """
                INT. A - DAY
                [[a note below
                the heading]]

                NOVA
                One /* and
                never
                this */ two.
                [[a line of its own]]
                Three [[and]] four.

                /*
                INT. GONE - DAY

                Gone.
                */
                [[ open, and never

                closed

                Text /* open
                """))
        .containsExactly(
            "(1) INT. A - DAY",
            "- CHARACTER NOVA",
            "- DIALOGUE One",
            "- DIALOGUE two.",
            "- DIALOGUE Three  four.",
            "- ACTION [[ open, and never",
            "- ACTION closed",
            "- ACTION Text /* open");
  }

  @Test
  void onlyMarksInPairsAreEmphasis() {
    assertThat(
            read(
                "INT. A - DAY\n\n"
                    + "***Bold*** _under *both* lines_ 2 * 3 * 4 \\*not\\* *open and snake\n"))
        .last()
        .isEqualTo("- ACTION Bold under both lines 2 * 3 * 4 *not* *open and snake");
  }

  @Test
  void namesAreInCapitalsAndHaveSomethingBelow() {
    assertThat(
            read(
                "INT. A - DAY\n\nR2D2\nBeep.\n\n23\nis a number.\n\nNOVA\n\nANNA (on the radio)\nHi."))
        .containsExactly(
            "(1) INT. A - DAY",
            "- CHARACTER R2D2",
            "- DIALOGUE Beep.",
            "- ACTION 23",
            "- ACTION is a number.",
            "- ACTION NOVA",
            "- CHARACTER ANNA (on the radio)",
            "- DIALOGUE Hi.");
  }

  @Test
  void fadeInAtTheBeginningIsNoTitlePage() {
    assertThat(read("FADE IN:\n\nINT. A - DAY\n"))
        .containsExactly("- ACTION FADE IN:", "(1) INT. A - DAY");
    assertThat(read("INT. A: B - DAY\n\nX\n")).containsExactly("(1) INT. A: B - DAY", "- ACTION X");
    assertThat(read("Key one: x\n\ty\n\nINT. A - DAY\n")).containsExactly("(1) INT. A - DAY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void aByteOrderMarkSaysTheEncoding(String charset) {
    byte[] content = "\uFEFFINT. CAFÉ – NIGHT\r\n\r\nÉlan.\r".getBytes(Charset.forName(charset));

    assertThat(lines(ScriptFile.read("a.fountain", content).script().orElseThrow()))
        .containsExactly("(1) INT. CAFÉ – NIGHT", "- ACTION Élan.");
  }

  @Test
  void lengthsAreEstimatedByTheStandardPage() {
    // a heading and 26 paragraphs of one row, each under a blank line: 54 of 55 rows
    Script script =
        script("INT. A - DAY\n\n" + "He waits.\n\n".repeat(26) + "INT. B - DAY\n\nEnd.\n");

    assertThat(script.scenes())
        .extracting(Scene::length, Scene::measured, Scene::firstPage)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", false, 1),
            org.assertj.core.groups.Tuple.tuple("1/8", false, 2));
    assertThat(script.pages()).isEqualTo(2);
    assertThat(script.measured()).isFalse();
  }

  @Test
  void dialogueIsNarrowerAndTwoAtOnceStandBesideEachOther() {
    String speech = "NOVA\n" + "word ".repeat(70) + "\n\n";
    int one = script("INT. A - DAY\n\n" + speech).scenes().get(0).eighths();
    int beside =
        script("INT. A - DAY\n\n" + speech + speech.replace("NOVA", "KEEPER ^"))
            .scenes()
            .get(0)
            .eighths();

    assertThat(one).as("2 + 2 + 10 of 55 rows").isEqualTo(3);
    assertThat(beside).isEqualTo(one);
  }

  @Test
  void aNameMayHaveAnyNumberOfExtensions() {
    String name = "BOB " + "()".repeat(2_000);

    assertThat(read("INT. A - DAY\n\n" + name + "\nHello.\n"))
        .containsExactly("(1) INT. A - DAY", "- CHARACTER " + name, "- DIALOGUE Hello.");
    assertThat(read("INT. A - DAY\n\nBOB (V.O.) (LATE\nHello.\n"))
        .contains("- ACTION BOB (V.O.) (LATE");
  }

  @Test
  void aBlankLineInsideABoneyardIsGoneWithIt() {
    assertThat(
            read(
                "INT. A - DAY\n\nBOB\n/* cut\n\ncut */\nMore.\nAnd /* cut\n\n\ncut */ more.\n\n"
                    + "He waits\n/*\n\n*/\nEXT. HIS ROOM\n\n/* cut\n\ncut */\n\nRain.\n"))
        .containsExactly(
            "(1) INT. A - DAY",
            "- CHARACTER BOB",
            "- DIALOGUE More.",
            "- DIALOGUE And",
            "- DIALOGUE more.",
            "- ACTION He waits",
            "- ACTION EXT. HIS ROOM",
            "- ACTION Rain.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".OPENING: THE SEA | (1) OPENING: THE SEA",
        "!Foo: bar | - ACTION Foo: bar",
        "@ANN: x | - CHARACTER ANN: x",
        "> Slowly: x | - TRANSITION Slowly: x",
        "~La: x | - LYRICS La: x",
        "[[Open: x | - ACTION [[Open: x",
        "/* Open: x | - ACTION /* Open: x"
      })
  void aMarkInTheFirstLineBeginsNoTitlePage(String line, String read) {
    assertThat(read(line + "\n\nINT. A - DAY\n")).first().isEqualTo(read);
  }

  @Test
  void aLineInCapitalsBeginsNoTitlePageOfItsOwn() {
    assertThat(read("SUPER: The sea, 1902\n\nINT. A - DAY\n"))
        .containsExactly("- ACTION SUPER: The sea, 1902", "(1) INT. A - DAY");
    assertThat(read("**FADE IN:**\n\n**INT. A - DAY**\n"))
        .containsExactly("- ACTION FADE IN:", "(1) INT. A - DAY");
    assertThat(read("**INT. A: THE SEA**\n\nRain.\n"))
        .containsExactly("(1) INT. A: THE SEA", "- ACTION Rain.");
    assertThat(read("SERIES: Nova\nTITLE: The sea\n\nINT. A - DAY\n"))
        .containsExactly("(1) INT. A - DAY");
  }

  @ParameterizedTest
  @CsvSource({
    "OMITTED, true",
    "Omitted, true",
    "(OMITTED), true",
    "- OMITTED -, true",
    "SCENE OMITTED, true",
    "OMITTED SCENE., true",
    "SCENES 12-14A OMITTED, true",
    "12 THRU 14 OMITTED, true",
    "THE OMITTED LETTER, false",
    "INT. OMITTED, false",
    "SHE OMITTED, false"
  })
  void aCutSceneIsCalledOmitted(String heading, boolean omitted) {
    Scene scene = new Scene(1, "12", heading, List.of(), 1, false, 1, 1);

    assertThat(scene.omitted()).isEqualTo(omitted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# Act: one", "= They: meet"})
  void alsoWhatDoesNotPrintBeginsNoTitlePage(String line) {
    assertThat(read(line + "\nINT. A - DAY\n\nRain.\n"))
        .containsExactly("(1) INT. A - DAY", "- ACTION Rain.");
  }

  @Test
  void anEmphasisedHeadingOrTransitionIsOneToo() {
    assertThat(
            read(
                "**INT. A - DAY** #1#\n\nRain.\n\n_EXT. B - DAY #2#_\n\nANNA **\nHi.\n\n**CUT TO:**\n\n"
                    + "***Int. C - night***\n\nSnow.\n"))
        .containsExactly(
            "1 INT. A - DAY",
            "- ACTION Rain.",
            "2 EXT. B - DAY",
            "- CHARACTER ANNA **",
            "- DIALOGUE Hi.",
            "- TRANSITION CUT TO:",
            "(3) Int. C - night",
            "- ACTION Snow.");
  }

  @Test
  void blankLinesAndNotesMayStandOverTheTitlePage() {
    assertThat(read("[[Not for\nthe crew.]]\n\n \nTitle: Nova\nDate: today\n\nINT. A - DAY\n"))
        .containsExactly("(1) INT. A - DAY");
  }

  @Test
  void aPageBreakEndsASpeech() {
    assertThat(read("INT. A - DAY\n\nANNA\nNow.\n===\nINT. B - DAY\n\nANNA\nSo\n== what?\n"))
        .containsExactly(
            "(1) INT. A - DAY",
            "- CHARACTER ANNA",
            "- DIALOGUE Now.",
            "(2) INT. B - DAY",
            "- CHARACTER ANNA",
            "- DIALOGUE So",
            "- DIALOGUE == what?");
  }

  @Test
  void aLetterWithoutACapitalIsInCapitalsToo() {
    assertThat(read("INT. GROßE STRAßE - TAG\nRegen.\n\nWEIß\nHallo.\n"))
        .containsExactly(
            "(1) INT. GROßE STRAßE - TAG",
            "- ACTION Regen.",
            "- CHARACTER WEIß",
            "- DIALOGUE Hallo.");
  }

  @Test
  void whatOtherProgramsWriteForBlanksAndLineEndsIsRead() {
    assertThat(
            read(
                "INT.\u00A0A - DAY\u2029\u2029Rain.\u0085\u00A0\u0085INT\u202FB\u2028\u2028"
                    + "\uFEFFINT. C - DAY\n"))
        .containsExactly("(1) INT. A - DAY", "- ACTION Rain.", "(2) INT B", "(3) INT. C - DAY");
  }

  static List<String> read(String text) {
    return lines(script(text));
  }

  private static Script script(String text) {
    return ScriptFile.read("a.fountain", text.getBytes(StandardCharsets.UTF_8))
        .script()
        .orElseThrow();
  }

  /** {@code 12A INT. HOUSE} or, counted, {@code (3) INT. HOUSE}, and the lines below it. */
  static List<String> lines(Script script) {
    List<String> lines = new ArrayList<>();
    script.opening().forEach(line -> lines.add("- %s %s".formatted(line.element(), line.text())));
    for (Scene scene : script.scenes()) {
      String number = scene.number() == null ? "(%d)".formatted(scene.place()) : scene.number();
      lines.add(number + " " + scene.heading());
      scene.lines().forEach(line -> lines.add("- %s %s".formatted(line.element(), line.text())));
    }
    return lines;
  }
}
