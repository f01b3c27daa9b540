package film.finalsay.script.reading;

/**
 * What tells a scene from others.
 *
 * @param number null if the script gives none
 */
record ComparedScene(String number, SceneText text, SceneWords words) {

  static ComparedScene of(Scene scene) {
    return new ComparedScene(scene.number(), SceneText.of(scene), SceneWords.of(scene));
  }

  boolean hasHeadingOf(ComparedScene other) {
    return text.heading().equals(other.text.heading());
  }

  boolean hasNumberOf(ComparedScene other) {
    return number != null && number.equals(other.number);
  }

  /** Whether both have a number, and not the same. */
  boolean isNumberedOtherThan(ComparedScene other) {
    return number != null && other.number != null && !number.equals(other.number);
  }
}
