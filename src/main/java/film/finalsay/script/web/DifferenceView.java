package film.finalsay.script.web;

import film.finalsay.script.ScriptDrafts.Compared;
import film.finalsay.script.reading.Element;
import film.finalsay.script.reading.LineChange;
import film.finalsay.script.reading.Scene;
import film.finalsay.script.reading.SceneChange;
import film.finalsay.script.reading.SceneChange.Change;
import film.finalsay.script.reading.ScriptDifference.Counts;
import film.finalsay.web.Csv;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.SortedSet;

/**
 * What differs between two drafts.
 *
 * @param from the number of the earlier draft
 * @param identical whether every scene reads as it did, under the same number
 * @param counts of scenes; one that was moved and changed counts as both
 * @param changedPages of the later draft
 * @param opening the lines that changed before the first scene
 */
@Schema(name = "ScriptDifferenceView")
record DifferenceView(
    String film,
    int from,
    String fromLabel,
    int to,
    String toLabel,
    boolean identical,
    Counts counts,
    SortedSet<Integer> changedPages,
    List<LineView> opening,
    Page<SceneChangeView> scenes) {

  enum LineState {
    WAS,
    NOW
  }

  record LineView(LineState state, Element element, String text) {
    static LineView of(LineChange change) {
      return new LineView(
          change.added() ? LineState.NOW : LineState.WAS,
          change.line().element(),
          change.line().text());
    }
  }

  /**
   * @param number by counting, if the script gives none
   */
  record PlaceView(int place, String number, String heading) {
    static PlaceView of(Scene scene) {
      return scene == null ? null : new PlaceView(scene.place(), scene.name(), scene.heading());
    }
  }

  /**
   * @param from null if it was added
   * @param to null if it is gone; where it stays as OMITTED, that
   * @param partner the scene that an added one was split from, or that an omitted one went into;
   *     null if there is none
   */
  record SceneChangeView(
      Change change,
      boolean moved,
      boolean renumbered,
      PlaceView from,
      PlaceView to,
      PlaceView partner,
      List<LineView> lines) {

    static SceneChangeView of(SceneChange one) {
      return new SceneChangeView(
          one.change(),
          one.moved(),
          one.renumbered(),
          PlaceView.of(one.before()),
          PlaceView.of(one.after()),
          PlaceView.of(one.partner()),
          one.lines().stream().map(LineView::of).toList());
    }
  }

  static DifferenceView of(Compared compared, boolean all, Paging paging) {
    return new DifferenceView(
        compared.after().filmId(),
        compared.before().number(),
        compared.before().label(),
        compared.after().number(),
        compared.after().label(),
        compared.difference().isEmpty(),
        compared.difference().counts(),
        compared.difference().changedPages(),
        compared.difference().opening().stream().map(LineView::of).toList(),
        Page.within(scenes(compared, all), paging, SceneChangeView::of));
  }

  /** For a spreadsheet: a line for each scene, and below it one for each line that changed. */
  static Csv written(Compared compared, boolean all) {
    Csv csv =
        new Csv(
            "change", "moved", "fromPlace", "fromNumber", "toPlace", "toNumber", "heading", "line");
    compared.difference().opening().forEach(line -> write(csv, line, null, null));
    for (SceneChange one : scenes(compared, all)) {
      csv.line(
          one.change(),
          one.moved(),
          place(one.before()),
          number(one.before()),
          place(one.after()),
          number(one.after()),
          one.heading(),
          "");
      one.lines().forEach(line -> write(csv, line, one.before(), one.after()));
    }
    return csv;
  }

  private static void write(Csv csv, LineChange line, Scene before, Scene after) {
    csv.line(
        LineView.of(line).state(),
        "",
        place(before),
        number(before),
        place(after),
        number(after),
        "",
        line.line().text());
  }

  private static Object place(Scene scene) {
    return scene == null ? "" : scene.place();
  }

  private static String number(Scene scene) {
    return scene == null ? "" : scene.name();
  }

  /** Those with another number are among them, though nothing else of them changed. */
  static List<SceneChange> scenes(Compared compared, boolean all) {
    return compared.difference().scenes().stream()
        .filter(one -> all || one.change() != Change.UNCHANGED || one.renumbered())
        .toList();
  }
}
