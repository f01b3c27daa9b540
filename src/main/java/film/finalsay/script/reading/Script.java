package film.finalsay.script.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A script as its file says it.
 *
 * @param opening what stands before the first scene heading, such as FADE IN:
 * @param scenes in their order, at least one
 * @param pages its length
 * @param measured whether the file says the length of every scene; otherwise it is estimated
 */
public record Script(
    ScriptFormat format,
    List<ScriptLine> opening,
    List<Scene> scenes,
    int pages,
    boolean measured) {

  /** The scenes to which the script gives no number. */
  public List<Scene> unnumbered() {
    return scenes.stream().filter(scene -> scene.number() == null).toList();
  }

  /** The scenes by number, or by their place where the script gives none. */
  public Map<String, Scene> byName() {
    return scenes.stream().collect(Collectors.toMap(Scene::name, scene -> scene));
  }

  /** The same with those numbers that counting gives where the script gives none. */
  public Script numbered() {
    return new Script(
        format, opening, scenes.stream().map(Scene::numbered).toList(), pages, measured);
  }
}
