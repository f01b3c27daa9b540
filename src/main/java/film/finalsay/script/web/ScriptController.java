package film.finalsay.script.web;

import film.finalsay.film.Film;
import film.finalsay.script.LockedScene;
import film.finalsay.script.ScriptDraft;
import film.finalsay.script.ScriptDrafts;
import film.finalsay.script.reading.Scene;
import film.finalsay.script.reading.Script;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}")
@Tag(name = "Script drafts")
class ScriptController {

  private final ScriptDrafts drafts;

  ScriptController(ScriptDrafts drafts) {
    this.drafts = drafts;
  }

  /**
   * @param number by counting, if the script gives none
   * @param length in pages and eighths, as in 1 3/8
   * @param lines how many, without the heading
   */
  record SceneView(
      int place,
      String number,
      boolean numberGiven,
      String heading,
      boolean omitted,
      int lines,
      String length,
      boolean lengthEstimated,
      int page) {

    static SceneView of(Scene scene) {
      return new SceneView(
          scene.place(),
          scene.name(),
          scene.number() != null,
          scene.heading(),
          scene.omitted(),
          scene.lines().size(),
          scene.length(),
          !scene.measured(),
          scene.firstPage());
    }
  }

  /**
   * @param sceneCount null if its scenes are not read, as those of a PDF
   */
  record DraftWithScenesView(ScriptDraft draft, Integer sceneCount, Page<SceneView> scenes) {}

  @Expensive
  @GetMapping("/scripts/{draft}")
  @Operation(
      summary = "One draft by its number, and its scenes",
      description =
          "Of a PDF no scenes are read. A length that the file does not give is estimated by the"
              + " standard page of 55 lines.")
  DraftWithScenesView one(Film film, @PathVariable int draft, Paging paging) {
    ScriptDraft found = drafts.byNumber(film, draft);
    Optional<Script> script = drafts.script(found);
    return new DraftWithScenesView(
        found,
        script.map(read -> read.scenes().size()).orElse(null),
        Page.within(script.map(Script::scenes).orElse(List.of()), paging, SceneView::of));
  }

  @GetMapping("/scripts/locked-scenes")
  @Operation(
      summary = "The scene numbers that stand, in the order of the script",
      description = "Empty until the script is locked. An omitted number is not used again.")
  Page<LockedScene> lockedScenes(Film film, Paging paging) {
    return Page.within(drafts.lockedScenes(film.id()), paging, Function.identity());
  }

  @GetMapping("/script-drafts")
  @Operation(summary = "The film's script drafts, the latest first; at most one is approved")
  Page<ScriptDraft> all(Film film, Paging paging) {
    return Page.of(drafts.all(film.id(), paging.limit(), paging.offset()), paging);
  }
}
