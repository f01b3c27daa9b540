package film.finalsay.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.script.reading.Screenplay;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a revision set keeps to: each rule at its edge, on a script of twelve scenes. */
class RevisionRulesTest {

  private final Screenplay before = new Screenplay(11, 12).numbered();
  private final Screenplay after = new Screenplay(11, 12).numbered();

  @Test
  void aChangedSceneIsARevision() {
    after.scenes.get(4).paragraphs.remove(1);

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7A", "A8", "7B", "AA8", "7AA"})
  void aNewSceneBetweenTwoHasANumberOfItsPlace(String number) {
    after.scenes.add(7, after.scene(number));

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void severalNewScenesRiseAlsoBetweenThemselves() {
    after.scenes.add(7, after.scene("7A"));
    after.scenes.add(8, after.scene("7AA"));
    after.scenes.add(9, after.scene("A7B"));
    after.scenes.add(10, after.scene("7B"));
    after.scenes.add(11, after.scene("A8"));
    after.scenes.add(0, after.scene("A1"));
    after.scenes.add(after.scene("13"));

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"7, 8A", "7, 6A", "7, A7", "0, 1A", "0, 0A1B2", "12, 11A", "7, X"})
  void aNumberOfAnotherPlaceIsRefused(int place, String number) {
    after.scenes.add(place, after.scene(number));

    refused("do not fit their place", number);
  }

  @Test
  void newScenesInTheWrongOrderAreRefused() {
    after.scenes.add(7, after.scene("7B"));
    after.scenes.add(8, after.scene("7A"));

    refused("do not fit their place", "7A");
  }

  @Test
  void aSceneThatIsGoneWithoutATraceIsRefused() {
    after.scenes.remove(8);
    after.scenes.remove(3);

    refused("drops scenes 4, 9");
  }

  @Test
  void aSceneThatStaysAsOmittedIsARevision() {
    omit(3);

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void textUnderAnOmittedNumberIsRefused() {
    after.scenes.get(3).heading = "OMITTED";

    refused("has text under scene 4");
  }

  @Test
  void anOmittedNumberIsNotUsedAgain() {
    Script current = script(before);
    omit(3);
    Script omitted = script(after);
    List<LockedScene> locked =
        omitted.scenes().stream()
            .map(scene -> new LockedScene(scene.number(), scene.heading(), scene.omitted()))
            .toList();

    assertThatThrownBy(() -> RevisionRules.require(locked, omitted, current))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("uses scene 4 again");
  }

  @Test
  void aSceneWithoutANumberIsRefusedByItsHeading() {
    after.scenes.add(4, after.scene(null));
    after.scenes.get(4).heading = "INT. NOWHERE - DAY";

    refused("without one are \"INT. NOWHERE - DAY\"");
  }

  @Test
  void aLockedSceneThatMovesIsRefused() {
    after.scenes.add(2, after.scenes.remove(9));

    refused("moves scenes 3, 4, 5, 6, 7, 8, 9");
  }

  @Test
  void aSceneMovesToANewNumberAndLeavesItsOldOneOmitted() {
    Screenplay.TestScene moved = after.scene("2A");
    moved.heading = after.scenes.get(9).heading;
    moved.paragraphs.clear();
    moved.paragraphs.addAll(after.scenes.get(9).paragraphs);
    after.scenes.add(2, moved);
    omit(10);

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void numbersThatMoveOnToOtherScenesAreRefused() {
    after.scenes.add(4, after.scene(null));
    after.numbered();

    refused("renumbers scenes 5 (now 6), 6 (now 7)", "12 (now 13)");
  }

  @Test
  void twoScenesThatChangePlacesUnderTheirNumbersAreRefused() {
    Screenplay.TestScene fifth = after.scenes.get(4);
    after.scenes.set(4, after.scenes.get(7));
    after.scenes.set(7, fifth);
    after.numbered();

    refused("renumbers scenes 8 (now 5), 5 (now 8)");
  }

  @Test
  void aSceneThatIsSplitKeepsItsNumberAlsoOnTheSmallerPart() {
    Screenplay.TestScene rest = after.scene("6A");
    rest.heading = after.scenes.get(5).heading;
    List<Screenplay.Paragraph> paragraphs = after.scenes.get(5).paragraphs;
    rest.paragraphs.clear();
    rest.paragraphs.addAll(paragraphs.subList(1, paragraphs.size()));
    paragraphs.subList(1, paragraphs.size()).clear();
    after.scenes.add(6, rest);

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void numbersOfAnyOtherFormAreNotLocked() {
    ScriptDraft draft = draft();
    assertThatCode(() -> RevisionRules.requireLockable(draft, script(before)))
        .doesNotThrowAnyException();
    assertThatCode(() -> RevisionRules.requireLockable(draft, script(new Screenplay(1, 3))))
        .as("none at all: they are counted")
        .doesNotThrowAnyException();
    before.scenes.get(3).number = null;
    notLockable("without a number are \"" + before.scenes.get(3).heading + "\"");
    before.scenes.get(3).number = "3-2";
    notLockable("Scene 3-2 of Draft 1");
    before.scenes.get(3).number = "5A";
    notLockable("scene 5 stands too late");
  }

  @Test
  void numbersStandInTheOrderInWhichProductionPutsThem() {
    List<String> order =
        List.of("A1", "1", "1A", "1AA", "A1B", "1B", "1Z", "A2", "B2", "2", "10", "10A", "100");

    assertThat(
            order.stream()
                .flatMap(number -> SceneNumber.of(number).stream())
                .sorted()
                .map(one -> one.before() + one.number() + one.after()))
        .isEqualTo(order);
    assertThat(Stream.of("", "A", "1.1", "1-A", "AAAA1", "12345", "1a").map(SceneNumber::of))
        .allMatch(java.util.Optional::isEmpty);
  }

  @Test
  void coloursFollowTheCompanysOrderAndComeAgain() {
    ScriptColours colours = new ScriptColours(List.of("White", " Blue", "Pink"));

    assertThat(Stream.iterate(0, set -> set + 1).limit(7).map(colours::of))
        .containsExactly(
            "White", "Blue", "Pink", "Second Blue", "Second Pink", "Third Blue", "Third Pink");
    assertThat(colours.of(2 * 12 + 1)).isEqualTo("Blue 13");
    assertThatThrownBy(() -> new ScriptColours(List.of("White")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new ScriptColours(List.of("White", "Blue", "Blue")))
        .isInstanceOf(IllegalStateException.class);
  }

  private void omit(int index) {
    after.scenes.get(index).heading = "OMITTED";
    after.scenes.get(index).paragraphs.clear();
  }

  private void check() {
    Script current = script(before);
    RevisionRules.require(
        current.scenes().stream()
            .map(scene -> new LockedScene(scene.number(), scene.heading(), scene.omitted()))
            .toList(),
        current,
        script(after));
  }

  private void refused(String... why) {
    assertThatThrownBy(this::check)
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageStartingWith("Document: ")
        .hasMessageContainingAll(why);
  }

  private void notLockable(String why) {
    assertThatThrownBy(() -> RevisionRules.requireLockable(draft(), script(before)))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining(why);
  }

  private static ScriptDraft draft() {
    return new ScriptDraft(
        "NOVA",
        1,
        "Draft 1",
        null,
        null,
        null,
        null,
        null,
        null,
        DraftState.APPROVED,
        "",
        "",
        null,
        null);
  }

  private static Script script(Screenplay play) {
    return ScriptFile.read("a.fountain", play.fountain().getBytes(StandardCharsets.UTF_8))
        .script()
        .orElseThrow();
  }
}
