package film.finalsay.script.reading;

import static film.finalsay.script.reading.ScriptDifferenceTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.script.reading.SceneChange.Change;
import film.finalsay.script.reading.Screenplay.Paragraph;
import film.finalsay.script.reading.Screenplay.TestScene;
import film.finalsay.support.ProcessorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two drafts of more than a hundred pages, and a list of what was done to the first to make the
 * second: the report says exactly that. Scenes are named by their place in the first draft.
 */
class RealSizeDraftsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theReportIsTheListOfEdits(long seed) {
    boolean numbered = seed % 2 == 0;
    boolean finalDraft = seed % 3 == 0;
    Screenplay first = new Screenplay(seed, 120);
    Screenplay second = new Screenplay(seed, 120);
    List<TestScene> was = List.copyOf(second.scenes);
    // changed: a paragraph more, one less, one rewritten, the heading
    was.get(3).paragraphs.add(2, second.paragraph());
    was.get(20).paragraphs.remove(1);
    was.get(41).paragraphs.set(0, new Paragraph(null, second.sentences(3)));
    was.get(41).paragraphs.set(3, second.paragraph());
    was.get(77).heading = "EXT. QUARRY - NIGHT";
    // split: the last four paragraphs become a scene of their own
    TestScene split = second.scene(null);
    split.heading = "EXT. SPLIT - DAY";
    split.paragraphs.clear();
    List<Paragraph> tail =
        was.get(60)
            .paragraphs
            .subList(was.get(60).paragraphs.size() - 2, was.get(60).paragraphs.size());
    split.paragraphs.addAll(tail);
    tail.clear();
    // added, moved, omitted
    TestScene added = second.scene(null);
    TestScene addedLate = second.scene(null);
    second.scenes.add(second.scenes.indexOf(was.get(60)) + 1, split);
    second.scenes.add(second.scenes.indexOf(was.get(10)) + 1, added);
    second.scenes.add(second.scenes.indexOf(was.get(119)) + 1, addedLate);
    second.scenes.remove(was.get(90));
    second.scenes.add(second.scenes.indexOf(was.get(15)), was.get(90));
    second.scenes.remove(was.get(100));
    second.scenes.remove(was.get(33));
    if (numbered) {
      // every scene behind the first that was added gets another number
      first.numbered();
      second.numbered();
    }

    Script before = read("a.fountain", first.fountain());
    Script after =
        finalDraft ? read("b.fdx", second.finalDraft()) : read("b.fountain", second.fountain());
    assertThat(before.pages()).isGreaterThan(100);
    Duration start = ProcessorTime.now();
    ScriptDifference difference = ScriptDifference.between(before, after, false);
    Duration took = ProcessorTime.since(start);

    Map<String, String> expected = new TreeMap<>();
    expected.put("4", "CHANGED");
    expected.put("21", "CHANGED");
    expected.put("42", "CHANGED");
    expected.put("78", "CHANGED heading");
    expected.put("61", "CHANGED");
    expected.put("new EXT. SPLIT - DAY from 61", "ADDED");
    expected.put("new " + added.heading + " at 12", "ADDED");
    expected.put("new " + addedLate.heading + " at 121", "ADDED");
    expected.put("91", "MOVED");
    expected.put("101", "OMITTED");
    expected.put("34", "OMITTED");
    assertThat(report(difference)).isEqualTo(expected);
    assertThat(difference.counts())
        .isEqualTo(
            new ScriptDifference.Counts(3, 2, 5, 1, 112, numbered ? renumbered(difference) : 0));
    if (numbered) {
      assertThat(renumbered(difference))
          .as("all behind the first that was added")
          .isGreaterThan(80);
    }
    assertThat(linesOf(difference, 4)).allMatch(line -> line.startsWith("+"));
    assertThat(linesOf(difference, 21)).allMatch(line -> line.startsWith("-"));
    System.out.printf(
        "two drafts of %d and %d pages compared in %d ms%n",
        before.pages(), after.pages(), took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void twoThousandScenesAreComparedSoon(int how) {
    Screenplay first = new Screenplay(7, 2_000);
    // the same with every tenth scene changed; quite another; one in which all headings are the
    // same
    Screenplay second = new Screenplay(how == 1 ? 8 : 7, 2_000);
    for (int i = 0; i < 2_000; i++) {
      if (how == 2) {
        first.scenes.get(i).heading = "INT. SAME - DAY";
        second.scenes.get(i).heading = "INT. SAME - DAY";
      }
      if (i % (how == 2 ? 1 : 10) == 0) {
        second.scenes.get(i).paragraphs.set(0, second.paragraph());
      }
    }
    Duration start = ProcessorTime.now();
    Script before = read("a.fountain", first.fountain());
    Script after = read("b.fountain", second.fountain());
    Duration read = ProcessorTime.since(start);
    ScriptDifference difference = ScriptDifference.between(before, after, false);
    Duration all = ProcessorTime.since(start);

    if (how != 1) {
      assertThat(difference.counts().changed()).isEqualTo(how == 0 ? 200 : 2_000);
      assertThat(difference.counts().moved()).isZero();
    }
    System.out.printf(
        "two bibles of %d and %d pages read in %d ms, read and compared in %d ms%n",
        before.pages(), after.pages(), read.toMillis(), all.toMillis());
    assertThat(all).isLessThan(Duration.ofSeconds(30));
  }

  /** What makes a careless comparison try everything against everything. */
  @Test
  void draftsMadeToTakeLongDoNot() {
    StringBuilder giant = new StringBuilder("INT. GIANT - DAY\n\n");
    StringBuilder tiny = new StringBuilder();
    for (int i = 0; i < 4_900; i++) {
      giant.append("w%d is one of many words\n".formatted(i).repeat(8));
      tiny.append("INT. TINY - DAY\n\nw%d is one of many words\n\n".formatted(i));
    }
    StringBuilder other = new StringBuilder("INT. GIANT - DAY\n\n");
    for (int i = 0; i < 40_000; i++) {
      other.append("Line %d\n".formatted(i % 20_000));
    }
    List<Script> scripts =
        List.of(
            read("a.fountain", giant.toString()),
            read("b.fountain", tiny.toString()),
            read("c.fountain", giant + "\n" + tiny),
            read("d.fountain", other.toString()));
    Duration start = ProcessorTime.now();
    for (Script before : scripts) {
      for (Script after : scripts) {
        ScriptDifference.between(before, after, false);
      }
    }
    Duration took = ProcessorTime.since(start);

    System.out.printf("sixteen comparisons made to take long took %d ms%n", took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(60));
  }

  private static int renumbered(ScriptDifference difference) {
    return (int)
        difference.scenes().stream()
            .filter(one -> one.before() != null && one.after() != null)
            .filter(one -> one.before().place() != one.after().place())
            .count();
  }

  private static List<String> linesOf(ScriptDifference difference, int place) {
    List<String> lines = new ArrayList<>();
    difference.scenes().stream()
        .filter(one -> one.before() != null && one.before().place() == place)
        .flatMap(one -> one.lines().stream())
        .forEach(line -> lines.add((line.added() ? "+" : "-") + line.line().text()));
    assertThat(lines).isNotEmpty();
    return lines;
  }

  private static Map<String, String> report(ScriptDifference difference) {
    return difference.changed().stream()
        .collect(
            Collectors.toMap(
                RealSizeDraftsTest::name,
                (Function<SceneChange, String>)
                    one -> one.change() + (one.headingChanged() ? " heading" : ""),
                (one, other) -> one + " and " + other,
                TreeMap::new));
  }

  private static String name(SceneChange one) {
    if (one.change() != Change.ADDED) {
      return String.valueOf(one.before().place());
    }
    return one.partner() == null
        ? "new %s at %d".formatted(one.after().heading(), one.after().place())
        : "new %s from %d".formatted(one.after().heading(), one.partner().place());
  }
}
