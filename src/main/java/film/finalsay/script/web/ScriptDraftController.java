package film.finalsay.script.web;

import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.script.DraftState;
import film.finalsay.script.PagesBasis;
import film.finalsay.script.ScriptDraft;
import film.finalsay.script.ScriptDrafts;
import film.finalsay.script.reading.ScriptFormat;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/script-drafts")
@Tag(name = "Script drafts")
class ScriptDraftController {

  private final Films films;
  private final ScriptDrafts scripts;

  ScriptDraftController(Films films, ScriptDrafts scripts) {
    this.films = films;
    this.scripts = scripts;
  }

  /**
   * @param date of the draft
   * @param colour of its paper; null before the script is locked
   * @param format null for a draft that was filed before files were looked at
   * @param pages null if nobody knows
   * @param pagesBasis whether the pages were given, counted from the file or estimated
   */
  record DraftView(
      int number,
      String label,
      LocalDate date,
      String colour,
      ScriptFormat format,
      Integer pages,
      PagesBasis pagesBasis,
      DraftState state,
      String sha256,
      String fileName,
      long size,
      String approval,
      String submittedBy,
      Instant submittedAt,
      Instant approvedAt) {

    static DraftView of(ScriptDraft draft) {
      return new DraftView(
          draft.number(),
          draft.label(),
          draft.date(),
          draft.colour(),
          draft.format(),
          draft.pages(),
          draft.pagesBasis(),
          draft.state(),
          draft.document().sha256(),
          draft.document().fileName(),
          draft.document().size(),
          draft.approvalKey(),
          draft.submittedBy(),
          draft.submittedAt(),
          draft.approvedAt());
    }
  }

  @GetMapping
  @Operation(summary = "The film's script drafts, the latest first; at most one is approved")
  Page<DraftView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    return Page.of(scripts.all(seen.id(), paging.limit(), paging.offset()), paging, DraftView::of);
  }
}
