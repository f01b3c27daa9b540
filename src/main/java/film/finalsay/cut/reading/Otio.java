package film.finalsay.cut.reading;

import static film.finalsay.approval.BusinessRuleException.invalid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.BusinessRuleException;
import java.util.ArrayList;
import java.util.List;

/**
 * A timeline in OpenTimelineIO's JSON: the clips of its video tracks. A composition within counts
 * as one clip; gaps take up time; transitions, markers and whatever else there is are passed over.
 */
final class Otio {

  private static final int DEEPEST = 60;
  private static final int LONGEST_NUMBER = 40;

  /** A day at 60 frames a second, several times over. */
  private static final double MOST_FRAMES = 1e8;

  /** 24 is none of 23.976, and 23.98 is. */
  private static final double SAME_RATE = 0.0005;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxNumberLength(LONGEST_NUMBER)
                      .maxStringLength(Timeline.MAX_BYTES)
                      .build())
              .build());

  private final FrameRate rate;
  private final List<Shot> shots = new ArrayList<>();
  private boolean atRate;
  private String place = "";

  private Otio(FrameRate rate) {
    this.rate = rate;
  }

  /** In frames at the cut's rate. */
  private record Range(long start, long duration) {}

  static List<Shot> read(String text, FrameRate rate) {
    Otio otio = new Otio(rate);
    JsonNode timeline = json(text);
    if (!is(timeline, "Timeline")) {
      throw invalid(
          Timeline.FIELD,
          "is JSON, and no timeline: its OTIO_SCHEMA has to be Timeline.1, as in a file that ends in"
              + " .otio.");
    }
    int number = 0;
    for (JsonNode track : timeline.path("tracks").path("children")) {
      number++;
      if (is(track, "Track") && track.path("kind").asText("Video").equals("Video")) {
        otio.track(track, number);
      }
    }
    if (!otio.shots.isEmpty() && !otio.atRate) {
      throw invalid(
          Timeline.FIELD, "has no clip at %s frames a second, as the cut has.", rate.text());
    }
    return otio.shots;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw invalid(
          Timeline.FIELD,
          "line %d: is no JSON: %s",
          malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr(),
          malformed.getOriginalMessage());
    }
  }

  private void track(JsonNode track, int number) {
    long record = 0;
    int child = 0;
    for (JsonNode item : track.path("children")) {
      child++;
      place = "item %d of track %d".formatted(child, number);
      if (is(item, "Transition")) {
        continue;
      }
      Range range = range(item);
      boolean seen = !is(item, "Gap") && item.path("enabled").asBoolean(true);
      if (seen && range.duration() > 0) {
        shots.add(
            new Shot(
                shots.size() + 1,
                named(item),
                range.start(),
                range.start() + range.duration(),
                record,
                record + range.duration()));
        Timeline.requireRoom(shots.size());
      }
      record += range.duration();
      if (record > MOST_FRAMES) {
        throw wrong("ends after more time than any film has.");
      }
    }
  }

  /** As it is cut or, if it is not cut, as long as its material is. */
  private Range range(JsonNode item) {
    JsonNode cut = item.path("source_range");
    if (cut.isObject()) {
      return read(cut);
    }
    if (is(item, "Stack")) {
      long longest = 0;
      for (JsonNode child : item.path("children")) {
        longest = Math.max(longest, range(child).duration());
      }
      return new Range(0, longest);
    }
    if (is(item, "Track")) {
      long sum = 0;
      for (JsonNode child : item.path("children")) {
        sum += is(child, "Transition") ? 0 : range(child).duration();
      }
      return new Range(0, sum);
    }
    JsonNode available = media(item).path("available_range");
    if (!available.isObject()) {
      throw wrong("has neither a source_range nor an available_range.");
    }
    return read(available);
  }

  private static JsonNode media(JsonNode clip) {
    JsonNode several = clip.path("media_references");
    return several.isObject()
        ? several.path(clip.path("active_media_reference_key").asText("DEFAULT_MEDIA"))
        : clip.path("media_reference");
  }

  private Range read(JsonNode range) {
    return new Range(frames(range.path("start_time")), frames(range.path("duration")));
  }

  private long frames(JsonNode time) {
    JsonNode value = time.path("value");
    JsonNode per = time.path("rate");
    if (!value.isNumber() || !per.isNumber()) {
      throw wrong("has a time without a value or a rate, both of which are numbers.");
    }
    double ratio = per.doubleValue() / rate.perSecond();
    if (!(ratio > 1e-6 && ratio < 1e6)) {
      throw wrong("has a rate that no picture has.");
    }
    boolean same = Math.abs(ratio - 1) < SAME_RATE;
    atRate |= same;
    double frames = value.doubleValue() / (same ? 1 : ratio);
    if (!(frames >= 0 && frames <= MOST_FRAMES)) {
      throw wrong("has a time of %s, which no film has.", value.asText());
    }
    return Math.round(frames);
  }

  private static String named(JsonNode item) {
    String name = Edl.name(item.path("name").asText(""));
    if (!name.isEmpty()) {
      return name;
    }
    String url = Edl.name(media(item).path("target_url").asText(""));
    return url.isEmpty() ? "unnamed" : url.substring(url.lastIndexOf('/') + 1);
  }

  /** Of whichever version of the schema. */
  private static boolean is(JsonNode node, String type) {
    return node.path("OTIO_SCHEMA").asText("").startsWith(type + ".");
  }

  private BusinessRuleException wrong(String what, Object... values) {
    return invalid(Timeline.FIELD, place + " " + what.formatted(values));
  }
}
