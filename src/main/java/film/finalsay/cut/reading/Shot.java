package film.finalsay.cut.reading;

import java.util.Locale;

/**
 * A piece of picture in a timeline. Times are frames at the cut's rate.
 *
 * @param number its place in the file, from 1
 * @param source the reel or clip that it comes from
 * @param sourceIn its first frame there
 * @param sourceOut the frame after its last there
 * @param recordIn its first frame in the cut
 * @param recordOut the frame after its last in the cut
 */
public record Shot(
    int number, String source, long sourceIn, long sourceOut, long recordIn, long recordOut) {

  public long frames() {
    return recordOut - recordIn;
  }

  /** By which the same material is known in another timeline. */
  String material() {
    return source.toUpperCase(Locale.ROOT);
  }

  boolean overlaps(Shot other) {
    return Math.max(sourceIn, other.sourceIn) < Math.min(sourceOut, other.sourceOut);
  }
}
