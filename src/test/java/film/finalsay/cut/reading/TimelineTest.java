package film.finalsay.cut.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timelines as editing systems write them, and as they do not. */
class TimelineTest {

  @Test
  void anEdlIsItsVideoEventsAndTheNotesThatNameThem() {
    Timeline timeline =
        read(
            """
            \uFEFFTITLE:   REEL 1\r
            FCM: NON-DROP FRAME\r
            \r
            001  AX       V     C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00\r
            * FROM CLIP NAME:  harbour wide.mov\r
            * COMMENT: the better take\r
            M2   AX       048.0                00:00:10:00\r
            002  AX       AA    C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00\r
            * FROM CLIP NAME:  sound.wav\r
            003  B004C002 AA/V  C        05:00:00:00 05:00:01:12 01:00:02:00 01:00:03:12\r
            >>> SOURCE B004C002\r
            004  AX       V     C        00:00:20:00 00:00:20:00 01:00:03:12 01:00:03:12\r
            004  AX       V     D    024 00:01:00:00 00:01:02:00 01:00:03:12 01:00:05:12\r
            * FROM CLIP NAME:  lamp.mov\r
            * TO CLIP NAME:  stairs.mov\r
            005  BL       V     W001 012 00:00:00:00 00:00:01:00 01:00:05:12 01:00:06:12\r
            """);

    assertThat(timeline.shots())
        .extracting(Shot::source)
        .containsExactly("harbour wide.mov", "B004C002", "stairs.mov", "BL");
    assertThat(timeline.shots().get(1))
        .isEqualTo(new Shot(2, "B004C002", 432_000, 432_036, 86_448, 86_484));
    assertThat(timeline.frames()).isEqualTo(6 * 24 + 12);
  }

  @Test
  void framesAreDroppedWhereTheListSaysSo() {
    Timeline timeline =
        Timeline.read(
            bytes(
                """
                FCM: DROP FRAME
                001  A  V  C  00:00:00:00 00:01:00:02 00:00:00;00 00:01:00;02
                """),
            FrameRate.FPS_29_97);
    assertThat(timeline.frames()).isEqualTo(1800);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "001 A V C 00:00:00:00 00:00:01:00 00:00:00:00 | line 2: an event has four times",
        "001 A V C 00:00:00:24 00:00:01:00 00:00:00:00 00:00:01:00 | line 2: 00:00:00:24 has frame 24",
        "001 A V C 00:00:02:00 00:00:01:00 00:00:00:00 00:00:01:00 | line 2: the source ends at",
        "001 A V C 00:00:00:00 00:00:01:00 00:00:02:00 00:00:01:00 | line 2: the record ends at",
        "001 A V X 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00 | line 2: an event has a number",
        "001 V C 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00 | line 2: an event has a number",
        "FCM: DROP FRAME | line 2: says DROP FRAME",
        "001 A V C 00:00:00;00 00:00:01:00 00:00:00:00 00:00:01:00 | line 2: 00:00:00;00 drops frames",
      })
  void whatIsWrongInAnEdlIsNamedByItsLine(String line, String why) {
    assertThatThrownBy(() -> read("TITLE: REEL 1\n" + line + "\n")).hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TITLE: NOTHING",
        "%PDF-1.7",
        "001 A A C 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00"
      })
  void aTimelineWithoutAPictureIsNone(String text) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining("has no shot in it");
  }

  @Test
  void anEdlOfAnOlderSystemIsReadByItsOwnLetters() {
    byte[] latin =
        """
        001 AX V C 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00
        * FROM CLIP NAME: Kästchen
        """
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Timeline.read(latin, FrameRate.FPS_24).shots())
        .extracting(Shot::source)
        .containsExactly("Kästchen");
  }

  @Test
  void anOtioTimelineIsTheClipsOfItsVideoTracks() {
    Timeline timeline =
        read(
            """
            {"OTIO_SCHEMA": "Timeline.1", "name": "Reel 1", "global_start_time": null,
             "tracks": {"OTIO_SCHEMA": "Stack.1", "children": [
              {"OTIO_SCHEMA": "Track.1", "kind": "Video", "children": [
               {"OTIO_SCHEMA": "Clip.2", "name": "harbour", "source_range": %s,
                "media_references": {"DEFAULT_MEDIA": {"OTIO_SCHEMA": "ExternalReference.1",
                  "target_url": "file:///x/harbour.mov"}}},
               {"OTIO_SCHEMA": "Gap.1", "source_range": %s},
               {"OTIO_SCHEMA": "Transition.1", "in_offset": {"rate": 24, "value": 12}},
               {"OTIO_SCHEMA": "Clip.1", "name": "", "source_range": null,
                "media_reference": {"target_url": "file:///x/lamp.mov", "available_range": %s}},
               {"OTIO_SCHEMA": "Stack.1", "name": "nested", "children": [
                 {"OTIO_SCHEMA": "Clip.2", "name": "a", "source_range": %s}]},
               {"OTIO_SCHEMA": "Clip.2", "name": "slow", "source_range": %s}]},
              {"OTIO_SCHEMA": "Track.1", "kind": "Audio", "children": [
               {"OTIO_SCHEMA": "Clip.2", "name": "sound"}]}]}}
            """
                .formatted(
                    range(24, 240, 48),
                    range(24, 0, 24),
                    range(24.0, 0, 12),
                    range(24, 5, 6),
                    range(48, 96, 48)));

    assertThat(timeline.shots())
        .containsExactly(
            new Shot(1, "harbour", 240, 288, 0, 48),
            new Shot(2, "lamp.mov", 0, 12, 72, 84),
            new Shot(3, "nested", 0, 6, 84, 90),
            new Shot(4, "slow", 48, 72, 90, 114));
  }

  @Test
  void whatIsWrongInOtioIsNamedByItsPlace() {
    refused("{\n \"OTIO_SCHEMA\": \n}", "line 3: is no JSON");
    refused("{\"OTIO_SCHEMA\": \"Clip.2\"}", "is JSON, and no timeline");
    refused(clip("{\"OTIO_SCHEMA\": \"Clip.2\"}"), "item 1 of track 1 has neither");
    refused(
        clip(
            "{\"OTIO_SCHEMA\": \"Clip.2\", \"source_range\": {\"start_time\": {\"value\": \"1\"}}}"),
        "item 1 of track 1 has a time without a value or a rate");
    refused(cutTo(range(24, -1, 5)), "has a time of -1");
    refused(cutTo(range(24, "1e300", 5)), "has a time of 1");
    refused(cutTo(range(24, "1e999999999", 5)), "has a time of");
    refused(cutTo(range(0, 1, 5)), "has a rate that no picture has");
    refused(cutTo(range(25, 1, 5)), "has no clip at 24 frames a second");
    refused("{\"a\": 1, \"a\": 2}", "is no JSON");
    refused("{\"a\":".repeat(100) + "1" + "}".repeat(100), "is no JSON");
  }

  @Test
  void noTimelineHasMoreShotsOrBytesThanAFilmHas() {
    String event = "%d A V C 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00%n";
    String most =
        IntStream.rangeClosed(1, Timeline.MOST_SHOTS)
            .mapToObj(event::formatted)
            .collect(Collectors.joining());
    assertThat(read(most).shots()).hasSize(Timeline.MOST_SHOTS);
    refused(most + event.formatted(1), "line 20001: has more than 20000 shots");
    assertThatThrownBy(() -> Timeline.read(new byte[Timeline.MAX_BYTES + 1], FrameRate.FPS_24))
        .hasMessageContaining("up to 8 MB");
  }

  private static String clip(String item) {
    return """
        {"OTIO_SCHEMA": "Timeline.1", "tracks": {"children": [
          {"OTIO_SCHEMA": "Track.1", "kind": "Video", "children": [%s]}]}}
        """
        .formatted(item);
  }

  private static String cutTo(String range) {
    return clip(
        "{\"OTIO_SCHEMA\": \"Clip.2\", \"name\": \"a\", \"source_range\": %s}".formatted(range));
  }

  private static String range(Object rate, Object start, Object duration) {
    return """
        {"OTIO_SCHEMA": "TimeRange.1",
         "start_time": {"OTIO_SCHEMA": "RationalTime.1", "rate": %1$s, "value": %2$s},
         "duration": {"OTIO_SCHEMA": "RationalTime.1", "rate": %1$s, "value": %3$s}}
        """
        .formatted(rate, start, duration);
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .as(text.substring(0, Math.min(80, text.length())))
        .hasMessageContaining(why);
  }

  private static Timeline read(String text) {
    return Timeline.read(bytes(text), FrameRate.FPS_24);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
