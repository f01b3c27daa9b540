package film.finalsay.script.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One scene.
 *
 * @param place among the scenes of the script, from 1
 * @param number as the script gives it, in capitals; null if it gives none
 * @param heading as written, blanks made single
 * @param eighths its length in eighths of a page, at least 1
 * @param measured whether the file says the length; otherwise it is estimated
 * @param firstPage the page on which it begins, as the file says or as estimated
 * @param lastPage the page on which it ends, estimated from its length
 */
public record Scene(
    int place,
    String number,
    String heading,
    List<ScriptLine> lines,
    int eighths,
    boolean measured,
    int firstPage,
    int lastPage) {

  /** OMITTED, perhaps with the numbers of the scenes: {@code SCENES 12-14 OMITTED}. */
  private static final Pattern OMITTED =
      Pattern.compile(
          "\\W*(SCENES? )?([A-Z]?\\d[A-Z0-9]*( ?(-|\u2013|&|AND|TO|THRU|THROUGH) ?[A-Z]?\\d[A-Z0-9]*)? )?"
              + "(OMIT|OMITTED)( SCENES?)?\\W*",
          Pattern.CASE_INSENSITIVE);

  /** Whether it only keeps the number of a scene that was cut. */
  public boolean omitted() {
    return isOmitted(heading);
  }

  static boolean isOmitted(String heading) {
    return OMITTED.matcher(heading).matches();
  }

  /** How much its words have in common with another's, from 0 to 1000 for the same. */
  public int likeness(Scene other) {
    return SceneWords.of(this).likeness(SceneWords.of(other));
  }

  /** How much of its words another has, from 0 to 1000 for all of them. */
  public int shareIn(Scene other) {
    return SceneWords.of(this).within(SceneWords.of(other));
  }

  /** The number, or the place where the script gives none. */
  public String name() {
    return number == null ? String.valueOf(place) : number;
  }

  /** The same with the number that its place gives it, if it has none. */
  Scene numbered() {
    return new Scene(place, name(), heading, lines, eighths, measured, firstPage, lastPage);
  }

  /** As a report names it: {@code 12A INT. LIGHTHOUSE - NIGHT}. */
  public String inWords() {
    return heading.isEmpty() ? name() : name() + " " + heading;
  }

  /** As a report names it where the number is an earlier draft's: {@code INT. ATTIC (was 4)}. */
  public String wasInWords() {
    return heading.isEmpty() ? "was " + name() : "%s (was %s)".formatted(heading, name());
  }

  /** {@code 7/8 page}, {@code 1 3/8 pages}. */
  public String lengthInWords() {
    return length() + (eighths > 8 ? " pages" : " page");
  }

  /** As the trade writes it: {@code 1 3/8}. */
  public String length() {
    int pages = eighths / 8;
    int rest = eighths % 8;
    if (rest == 0) {
      return String.valueOf(pages);
    }
    return (pages == 0 ? "" : pages + " ") + rest + "/8";
  }
}
