package film.finalsay.greenlight;

import film.finalsay.approval.Excerpt;
import java.util.List;

/**
 * How much of a package its page shows, and in what size.
 *
 * @param size of the text in points
 * @param words most characters of logline, vision, and what is missing
 * @param rows most sources, and most other attachments
 * @param cell most characters of a name or a remark
 */
record PageFit(float size, int words, int rows, int cell) {

  private static final int ALL = 10_000;

  /** From generous to tight. */
  static final List<PageFit> FITS =
      List.of(
          new PageFit(11, ALL, ALL, ALL),
          new PageFit(10.25f, ALL, ALL, ALL),
          new PageFit(9.5f, ALL, ALL, ALL),
          new PageFit(9, ALL, ALL, ALL),
          new PageFit(8.5f, ALL, ALL, ALL),
          new PageFit(8, ALL, ALL, ALL),
          new PageFit(7.5f, ALL, ALL, ALL),
          new PageFit(7.5f, 1500, 14, 90),
          new PageFit(7.5f, 1000, 10, 70),
          new PageFit(7, 700, 8, 60),
          new PageFit(7, 400, 5, 45),
          new PageFit(6.5f, 200, 3, 30));

  boolean shortens() {
    return words < ALL;
  }

  /** Without the line breaks, which take room. */
  static String oneParagraph(String words) {
    return words.replaceAll("\\s*\\R\\s*", " ").strip();
  }

  /** A text shortened at a space, if there is one near. */
  static String cut(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int end = words.lastIndexOf(' ', most - 1);
    return Excerpt.beginning(words, end > most * 3 / 4 ? end : most - 1) + "…";
  }
}
