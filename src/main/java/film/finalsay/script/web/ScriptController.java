package film.finalsay.script.web;

import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.script.ScriptDraft;
import film.finalsay.script.ScriptDrafts;
import film.finalsay.script.reading.Scene;
import film.finalsay.script.reading.Script;
import film.finalsay.script.web.ScriptDraftController.DraftView;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/scripts")
@Tag(name = "Script drafts")
class ScriptController {

  private final Films films;
  private final ScriptDrafts drafts;

  ScriptController(Films films, ScriptDrafts drafts) {
    this.films = films;
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
  record DraftWithScenesView(DraftView draft, Integer sceneCount, Page<SceneView> scenes) {}

  /**
   * @param number that stands for good
   */
  record LockedSceneView(String number, String heading, boolean omitted) {}

  @Expensive
  @GetMapping("/{draft}")
  @Operation(
      summary = "One draft by its number, and its scenes",
      description =
          "Of a PDF no scenes are read. A length that the file does not give is estimated by the"
              + " standard page of 55 lines.")
  DraftWithScenesView one(
      @PathVariable String film,
      @PathVariable int draft,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    ScriptDraft found = drafts.byNumber(seen, draft);
    Optional<Script> script = drafts.script(found);
    List<Scene> scenes =
        script.map(Script::scenes).orElse(List.of()).stream()
            .skip(paging.offset())
            .limit(paging.limit())
            .toList();
    return new DraftWithScenesView(
        DraftView.of(found),
        script.map(read -> read.scenes().size()).orElse(null),
        Page.of(scenes, paging, SceneView::of));
  }

  @GetMapping("/locked-scenes")
  @Operation(
      summary = "The scene numbers that stand, in the order of the script",
      description = "Empty until the script is locked. An omitted number is not used again.")
  Page<LockedSceneView> lockedScenes(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    return Page.of(
        drafts.lockedScenes(seen.id()).stream()
            .skip(paging.offset())
            .limit(paging.limit())
            .toList(),
        paging,
        scene -> new LockedSceneView(scene.number(), scene.heading(), scene.omitted()));
  }
}
