package film.finalsay.script.reading;

import java.util.List;

/**
 * What became of one scene.
 *
 * @param before null if it was added
 * @param after null if it is gone; the scene itself where it stays as OMITTED
 * @param moved whether it stands in another place among the scenes that both scripts have; it may
 *     have changed, too
 * @param lines those that changed, in the order in which they are read; of an added or omitted
 *     scene all
 * @param partner where most of an added scene was before, or where most of an omitted one is now;
 *     null if nowhere
 */
public record SceneChange(
    Change change,
    Scene before,
    Scene after,
    boolean moved,
    List<LineChange> lines,
    Scene partner) {

  /** What is said of a scene; of one that moved and changed, that it changed. */
  public enum Change {
    ADDED,
    OMITTED,
    CHANGED,
    MOVED,
    UNCHANGED
  }

  /** As it is now, or as it was if it is gone. */
  public Scene scene() {
    return after == null ? before : after;
  }

  /**
   * As a report names it: with the number of the later draft, and marked where it is the earlier
   * one's. One that stays as OMITTED goes by what it was.
   */
  public String inWords() {
    if (after == null) {
      return before.wasInWords();
    }
    return isKeptAsOmitted() ? (after.name() + " " + before.heading()).strip() : after.inWords();
  }

  /** Where most of it was before, or is now, as a report names it. */
  public String partnerInWords() {
    return after == null ? partner.inWords() : partner.wasInWords();
  }

  /** The heading that says which scene it is: OMITTED says it of none. */
  public String heading() {
    return isKeptAsOmitted() ? before.heading() : scene().heading();
  }

  private boolean isKeptAsOmitted() {
    return change == Change.OMITTED && before != null && after != null;
  }

  /** Whether both scripts number it, and differently. */
  public boolean renumbered() {
    return before != null
        && after != null
        && before.number() != null
        && after.number() != null
        && !before.number().equals(after.number());
  }

  public boolean headingChanged() {
    return before != null && after != null && !Wording.isSameHeading(before, after);
  }
}
