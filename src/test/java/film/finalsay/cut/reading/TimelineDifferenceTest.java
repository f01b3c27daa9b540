package film.finalsay.cut.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import film.finalsay.cut.reading.TimelineDifference.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two timelines side by side, shot by shot. */
class TimelineDifferenceTest {

  @Test
  void theSameTimelineDoesNotDiffer() {
    Timeline cut = cut("A 0 48", "B 0 24", "A 100 124");
    assertThat(between(cut, cut)).isEmpty();
  }

  @Test
  void eachShotIsToldByWhatBecameOfIt() {
    Timeline before = cut("A 0 48", "B 0 24", "C 0 24", "D 0 24", "E 0 24", "F 0 24");
    Timeline after = cut("A 0 40", "C 0 30", "E 0 24", "D 0 24", "F 6 30", "G 0 10");

    assertThat(between(before, after))
        .containsExactly(
            "A [SHORTENED] -8",
            "C [LENGTHENED] 6",
            "B [DROPPED] -24",
            "E [MOVED] 0",
            "F [SLIPPED] 0",
            "G [ADDED] 10");
    TimelineDifference difference = TimelineDifference.between(before, after);
    assertThat(difference.framesBefore()).isEqualTo(168);
    assertThat(difference.framesAfter()).isEqualTo(152);
    assertThat(difference.counts()).containsEntry(Change.MOVED, 1L).hasSize(6);
  }

  @Test
  void aShotMayBeMovedAndShortenedAtOnce() {
    assertThat(between(cut("A 0 48", "B 0 24", "C 0 24"), cut("B 0 24", "C 0 24", "A 0 40")))
        .containsExactly("A [SHORTENED, MOVED] -8");
  }

  @Test
  void ofTheSameMaterialTheSameFramesBelongTogether() {
    assertThat(between(cut("A 0 10", "A 0 10", "A 50 60"), cut("A 50 60", "A 0 10", "A 0 10")))
        .containsExactly("A [MOVED] 0");
    assertThat(between(cut("A 0 100"), cut("a 0 40", "A 60 100")))
        .as("divided by a cut")
        .containsExactly("a [SHORTENED] -60", "A [ADDED] 40");
  }

  @Test
  void theLongestTimelinesAreComparedInNoTime() {
    Timeline same = shots(i -> "A 0 10");
    Timeline other = shots(i -> "A %d %d".formatted(i, i + 7));
    Timeline backwards = shots(i -> "A %d %d".formatted(20_000 - i, 20_005 - i));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(between(same, same)).isEmpty();
          assertThat(between(same, other)).isNotEmpty();
          assertThat(between(other, backwards)).isNotEmpty();
        });
  }

  private static Timeline shots(IntFunction<String> shot) {
    return cut(IntStream.range(0, Timeline.MOST_SHOTS).mapToObj(shot).toArray(String[]::new));
  }

  /** Material, first frame, and the one after the last. */
  private static Timeline cut(String... shots) {
    List<Shot> all = new ArrayList<>();
    long at = 0;
    for (String shot : shots) {
      String[] parts = shot.split(" ");
      long in = Long.parseLong(parts[1]);
      long out = Long.parseLong(parts[2]);
      all.add(new Shot(all.size() + 1, parts[0], in, out, at, at + out - in));
      at += out - in;
    }
    return new Timeline(all);
  }

  private static List<String> between(Timeline before, Timeline after) {
    return TimelineDifference.between(before, after).changes().stream()
        .map(
            change ->
                "%s %s %d"
                    .formatted(
                        change.after() == null ? change.before().source() : change.after().source(),
                        change.changes(),
                        change.frames()))
        .toList();
  }
}
