package film.finalsay.script.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import film.finalsay.approval.Rising;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two drafts side by side: small ones line by line. */
class ScriptDifferenceTest {

  private static final String BEFORE =
      """
      FADE IN:

      INT. A - DAY

      Anna waits by the window.

      ANNA
      Not today.

      INT. B - DAY

      The captain reads the letter twice.

      INT. C - DAY

      A gull on the rail.

      INT. D - NIGHT

      Nobody comes up the stairs.
      """;

  @Test
  void theSameIsTheSame() {
    ScriptDifference same =
        between(BEFORE, "Title: Another date\n\n" + BEFORE.replace("ANNA", "**ANNA**"));

    assertThat(same.isEmpty()).isTrue();
    assertThat(same.counts()).isEqualTo(new ScriptDifference.Counts(0, 0, 0, 0, 4, 0));
    assertThat(same.changedPages()).isEmpty();
  }

  @Test
  void eachChangeIsNamedWithItsLines() {
    assertThat(
            report(
                between(
                    BEFORE,
                    """
                    FADE IN SLOWLY:

                    INT. A - NIGHT

                    Anna waits by the window.

                    ANNA
                    Not tonight.

                    INT. D - NIGHT

                    Nobody comes up the stairs.

                    INT. B - DAY

                    The captain reads the letter twice.

                    INT. NEW - DAY

                    An engine starts somewhere below.
                    """)))
        .containsExactly(
            "-FADE IN:",
            "+FADE IN SLOWLY:",
            "1 > 1 CHANGED INT. A - NIGHT",
            "-Not today.",
            "+Not tonight.",
            "4 > 2 MOVED INT. D - NIGHT",
            "2 > 3 UNCHANGED INT. B - DAY",
            "3 > - OMITTED INT. C - DAY",
            "-A gull on the rail.",
            "- > 4 ADDED INT. NEW - DAY",
            "+An engine starts somewhere below.");
  }

  @Test
  void renumberingAloneChangesNothingElse() {
    String numbered = "INT. A #1#\n\nOne.\n\nINT. A #2#\n\nTwo.\n\nINT. A #3#\n\nThree.\n";
    String shifted =
        "INT. A #1#\n\nOne.\n\nINT. NEW #2#\n\nSomething else.\n\nINT. A #3#\n\nTwo.\n\nINT. A #4#\n\nThree.\n";

    assertThat(report(between(numbered, shifted)))
        .containsExactly(
            "1 > 1 UNCHANGED INT. A",
            "- > 2 ADDED INT. NEW",
            "+Something else.",
            "2 > 3 UNCHANGED INT. A",
            "3 > 4 UNCHANGED INT. A");
    assertThat(between(numbered, shifted).counts().renumbered()).isEqualTo(2);
    assertThat(between(numbered, shifted).isEmpty()).isFalse();
  }

  /** Cut back to again and again, and the same each time. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofScenesThatReadAlikeEachKeepsItsPlace(boolean numbered) {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      before.add("INT. CAR - DAY%s\n\nHe drives.\n\n");
      before.add("EXT. PLACE " + i + "%s\n\nSomething else happens here, and then " + i + ".\n\n");
    }
    List<String> without = new ArrayList<>(before);
    without.remove(2);
    List<String> with = new ArrayList<>(before);
    with.add(1, before.get(0));
    List<String> otherwise = new ArrayList<>(before);
    otherwise.replaceAll(scene -> scene.replace("drives", "drives on"));
    otherwise.addAll(0, List.of("INT. NEW%s\n\nAn engine.\n\n", "INT. NEWER%s\n\nA gull.\n\n"));

    assertThat(reported(before, without, numbered))
        .containsExactly("3 > - OMITTED INT. CAR - DAY", "-He drives.");
    assertThat(reported(before, with, numbered))
        .containsExactly("- > 2 ADDED INT. CAR - DAY", "+He drives.");
    assertThat(reported(before, otherwise, numbered))
        .filteredOn(line -> line.contains(">"))
        .containsExactly(
            "- > 1 ADDED INT. NEW",
            "- > 2 ADDED INT. NEWER",
            "1 > 3 CHANGED INT. CAR - DAY",
            "3 > 5 CHANGED INT. CAR - DAY",
            "5 > 7 CHANGED INT. CAR - DAY",
            "7 > 9 CHANGED INT. CAR - DAY");
    assertThat(between(text(before, numbered), text(otherwise, numbered)).counts().moved())
        .isZero();
  }

  private static List<String> reported(List<String> before, List<String> after, boolean numbered) {
    return report(between(text(before, numbered), text(after, numbered))).stream()
        .filter(line -> !line.contains("UNCHANGED"))
        .toList();
  }

  private static String text(List<String> scenes, boolean numbered) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < scenes.size(); i++) {
      text.append(scenes.get(i).formatted(numbered ? " #" + (i + 1) + "#" : ""));
    }
    return text.toString();
  }

  @Test
  void aSceneThatIsWrittenAnewUnderItsNumberIsChanged() {
    assertThat(
            report(
                between(
                    "INT. A #1#\n\nOne.\n\nINT. B #2#\n\nTwo.\n",
                    "INT. A #1#\n\nOne.\n\nEXT. QUARRY #2#\n\nThunder.\n")))
        .contains("2 > 2 CHANGED EXT. QUARRY", "-Two.", "+Thunder.");
  }

  @Test
  void aSceneThatIsWrittenAnewInItsPlaceIsChanged() {
    assertThat(report(between(BEFORE, BEFORE.replace("A gull on the rail.", "Thunder, far off."))))
        .contains("3 > 3 CHANGED INT. C - DAY", "-A gull on the rail.", "+Thunder, far off.");
  }

  @Test
  void aSplitSceneStaysUnderTheLargerPartAndNamesWhereTheOtherIsFrom() {
    String whole =
        "INT. A - DAY\n\nThe keeper climbs the stairs.\n\nShe lights the lamp at last.\n\n"
            + "Outside the storm begins.\n\nA ship turns to the light.\n\nNobody sees it.\n";
    String split = whole.replace("A ship turns", "EXT. SEA - NIGHT\n\nA ship turns");
    ScriptDifference difference = between(whole, split);

    assertThat(report(difference))
        .containsExactly(
            "1 > 1 CHANGED INT. A - DAY",
            "-A ship turns to the light.",
            "-Nobody sees it.",
            "- > 2 ADDED EXT. SEA - NIGHT from 1",
            "+A ship turns to the light.",
            "+Nobody sees it.");
    assertThat(difference.scenes().get(1).partnerInWords()).isEqualTo("INT. A - DAY (was 1)");
    assertThat(between(split, whole).scenes().get(1).partnerInWords()).isEqualTo("1 INT. A - DAY");
    assertThat(report(between(split, whole)))
        .containsExactly(
            "1 > 1 CHANGED INT. A - DAY",
            "+A ship turns to the light.",
            "+Nobody sees it.",
            "2 > - OMITTED EXT. SEA - NIGHT into 1",
            "-A ship turns to the light.",
            "-Nobody sees it.");
  }

  @Test
  void anOmittedSceneKeepsItsNumber() {
    String before = "INT. A #1#\n\nOne.\n\nINT. B #2#\n\nTwo.\n";
    String after = "INT. A #1#\n\nOne.\n\n.OMITTED #2#\n";

    assertThat(report(between(before, after)))
        .containsExactly("1 > 1 UNCHANGED INT. A", "2 > 2 OMITTED OMITTED", "-Two.");
    assertThat(report(between(after, before))).contains("2 > 2 ADDED INT. B", "+Two.");
  }

  /** As happens where scenes are renumbered although some were cut. */
  @Test
  void aPlaceThatIsOmittedInOneOfThemOnlyIsNoScene() {
    String before = "INT. A #1#\n\nOne.\n\nINT. B #2#\n\nTwo.\n";
    String after = "INT. A #1#\n\nOne.\n\n.OMITTED #2#\n\nINT. B #3#\n\nTwo.\n";

    assertThat(between(before, after).counts())
        .isEqualTo(new ScriptDifference.Counts(0, 0, 0, 0, 3, 1));
    assertThat(between(after, before).counts())
        .isEqualTo(new ScriptDifference.Counts(0, 0, 0, 0, 3, 1));
  }

  @Test
  void aNumberOfTheEarlierDraftIsMarked() {
    String whole = "INT. A - DAY\n\nThe keeper climbs the stairs.\n\nShe lights the lamp.\n";
    String more = whole + "\nEXT. SEA - NIGHT\n\nA ship turns to the light.\n";

    assertThat(between(more, whole).changed())
        .extracting(SceneChange::inWords)
        .containsExactly("EXT. SEA - NIGHT (was 2)");
    assertThat(between(whole, more).changed())
        .extracting(SceneChange::inWords)
        .containsExactly("2 EXT. SEA - NIGHT");
    SceneChange kept = between("INT. A #1#\n\nOne.\n", ".OMITTED #1#\n").changed().get(0);
    assertThat(kept.inWords()).isEqualTo("1 INT. A");
    assertThat(kept.heading()).isEqualTo("INT. A");
  }

  @Test
  void aLengthOfUpToOnePageIsOnePage() {
    assertThat(read("a.fountain", "INT. A\n\nOne.\n").scenes().get(0).lengthInWords())
        .isEqualTo("1/8 page");
    String long1 = "INT. A\n\n" + "One.\n\n".repeat(30);
    assertThat(read("a.fountain", long1).scenes().get(0).lengthInWords()).endsWith("/8 pages");
  }

  @Test
  void aFountainAndAFinalDraftOfTheSameTextAreTheSame() {
    Screenplay play = new Screenplay(5, 20).numbered();
    Script fountain = read("a.fountain", play.fountain());
    Script finalDraft = read("a.fdx", play.finalDraft());

    assertThat(ScriptDifference.between(fountain, finalDraft, false).isEmpty()).isTrue();
  }

  @Test
  void whatAProgramMakesOfTheSameWordsIsNoChange() {
    String typed =
        """
        FADE IN:

        INT. ANNA'S CAFÉ - DAY

        "Rain" -- and it's cold...

        ANNA (V.O.)
        Not today -  or ever.

        > THE END <

        CUT TO:
        """;
    String finalDraft =
        """
        <FinalDraft><Content>
        <Paragraph Type="Transition"><Text>Fade in:</Text></Paragraph>
        <Paragraph Type="Scene Heading"><Text>Int. Anna’s Cafe\u0301 – dAY</Text></Paragraph>
        <Paragraph Type="Action"><Text>“Rain” — and it’s cold…</Text></Paragraph>
        <Paragraph Type="Character"><Text>Anna (v.o.)(Cont’d)</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>Not today - or\u00A0ever.</Text></Paragraph>
        <Paragraph Type="Action" Alignment="Center"><Text>THE END</Text></Paragraph>
        <Paragraph Type="Transition"><Text>Cut to:</Text></Paragraph>
        </Content></FinalDraft>
        """;
    ScriptDifference same =
        ScriptDifference.between(read("a.fountain", typed), read("b.fdx", finalDraft), false);

    assertThat(same.isEmpty()).isTrue();
    assertThat(same.counts()).isEqualTo(new ScriptDifference.Counts(0, 0, 0, 0, 1, 0));
    assertThat(report(between(typed, typed.replace("(V.O.)", "(O.S.)").replace("cold", "warm"))))
        .containsExactly(
            "1 > 1 CHANGED INT. ANNA'S CAFÉ - DAY",
            "-\"Rain\" -- and it's cold...",
            "-ANNA (V.O.)",
            "+\"Rain\" -- and it's warm...",
            "+ANNA (O.S.)");
  }

  @Test
  void whatIsSungOrNoLongerSpokenIsAChange() {
    assertThat(report(between("INT. A - DAY\n\nANNA\nRun.\n", "INT. A - DAY\n\nANNA\n~Run.\n")))
        .containsExactly("1 > 1 CHANGED INT. A - DAY", "-Run.", "+Run.");
    assertThat(report(between("INT. A - DAY\n\nANNA\nRun.\n", "INT. A - DAY\n\nANNA\n\nRun.\n")))
        .containsExactly("1 > 1 CHANGED INT. A - DAY", "-ANNA", "-Run.", "+ANNA", "+Run.");
  }

  @Test
  void linesBrokenElsewhereAreNoChange() {
    String wide =
        "INT. A - DAY\n\nThe keeper climbs the stairs and lights the lamp at last.\n\n"
            + "Outside the storm begins.\n\nANNA\nNot today, and not tomorrow.\n";
    String narrow =
        "INT. A - DAY\n\nThe keeper climbs the stairs\nand lights\nthe lamp at last.\n\n"
            + "Outside the\nstorm begins.\n\nANNA\nNot today,\nand not tomorrow.\n";

    assertThat(between(wide, narrow).isEmpty()).isTrue();
    assertThat(between(narrow, wide).isEmpty()).isTrue();
    assertThat(report(between(wide, narrow.replace("storm", "gale"))))
        .containsExactly(
            "1 > 1 CHANGED INT. A - DAY",
            "-Outside the storm begins.",
            "+Outside the",
            "+gale begins.");
  }

  @Test
  void theLongestSeriesThatRisesStays() {
    assertThat(Rising.longest(List.of(0, 3, 1, 2, 4)))
        .containsExactly(true, false, true, true, true);
    assertThat(Rising.longest(List.of())).isEmpty();
  }

  @Test
  void alsoALongSceneIsComparedExactlyWhereItsLinesAreItsOwn() {
    List<ScriptLine> before = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      before.add(new ScriptLine(Element.ACTION, "Line " + i));
    }
    List<ScriptLine> after = new ArrayList<>(before);
    after.set(1_900, new ScriptLine(Element.ACTION, "Changed"));
    after.add(100, new ScriptLine(Element.ACTION, "New"));
    after.remove(1_000);

    assertThat(LineDiff.between(before, after))
        .extracting(change -> (change.added() ? "+" : "-") + change.line().text())
        .containsExactly("+New", "-Line 999", "-Line 1900", "+Changed");
  }

  /** Aa and BB have the same hash, and so has whatever is made of them. */
  @Test
  void linesOfTheSameHashAreComparedAsSoonAsOthers() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int bit = 14; bit >= 0; bit--) {
        line.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      lines.add(line.toString());
    }
    String before = "INT. A - DAY\n\n" + String.join("\n", lines) + "\n";
    String first = lines.set(100, "New.");
    String last = lines.remove(19_000);
    String after = "INT. A - DAY\n\n" + String.join("\n", lines) + "\n";

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(report(between(before, after)))
                .containsExactly("1 > 1 CHANGED INT. A - DAY", "-" + first, "+New.", "-" + last));
  }

  static ScriptDifference between(String before, String after) {
    return ScriptDifference.between(read("a.fountain", before), read("b.fountain", after), false);
  }

  static Script read(String name, String text) {
    return ScriptFile.read(name, text.getBytes(StandardCharsets.UTF_8)).script().orElseThrow();
  }

  private static List<String> report(ScriptDifference difference) {
    List<String> lines = new ArrayList<>();
    difference.opening().forEach(line -> lines.add(line(line)));
    for (SceneChange one : difference.scenes()) {
      String from = one.before() == null ? "-" : one.before().place() + "";
      String to = one.after() == null ? "-" : one.after().place() + "";
      String partner =
          one.partner() == null
              ? ""
              : (one.after() == null ? " into " : " from ") + one.partner().place();
      lines.add(
          "%s > %s %s %s%s".formatted(from, to, one.change(), one.scene().heading(), partner));
      one.lines().forEach(line -> lines.add(line(line)));
    }
    return lines;
  }

  private static String line(LineChange change) {
    return (change.added() ? "+" : "-") + change.line().text();
  }
}
