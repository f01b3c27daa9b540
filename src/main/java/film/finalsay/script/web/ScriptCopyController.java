package film.finalsay.script.web;

import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.script.ScriptCopies;
import film.finalsay.script.ScriptCopy;
import film.finalsay.script.ScriptDrafts;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/scripts/{draft}/issues")
@Tag(name = "Issued scripts")
class ScriptCopyController {

  private final Films films;
  private final ScriptDrafts drafts;
  private final ScriptCopies copies;

  ScriptCopyController(Films films, ScriptDrafts drafts, ScriptCopies copies) {
    this.films = films;
    this.drafts = drafts;
    this.copies = copies;
  }

  @GetMapping
  @Operation(summary = "Who has which copy of a draft, by copy number")
  Page<ScriptCopy> all(
      @PathVariable String film,
      @PathVariable int draft,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    return Page.of(
        copies.all(drafts.byNumber(seen, draft), paging.limit(), paging.offset()),
        paging,
        Function.identity());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Issue a numbered copy of an approved draft",
      description =
          "Fields: person (who can log in) or name, department, copy (else the next number), date"
              + " (else today).")
  ScriptCopy issue(
      @PathVariable String film,
      @PathVariable int draft,
      @RequestBody Map<String, Object> body,
      Authentication login) {
    return copies.issue(films.seenBy(Viewers.of(login), film), draft, login.getName(), body);
  }

  @PostMapping("/{copy}/end")
  @Operation(
      summary = "Enter that a copy came back, or counts no more",
      description = "Fields: state (RETURNED or REVOKED), date (else today).")
  ScriptCopy end(
      @PathVariable String film,
      @PathVariable int draft,
      @PathVariable int copy,
      @RequestBody Map<String, Object> body,
      Authentication login) {
    return copies.end(films.seenBy(Viewers.of(login), film), draft, copy, login.getName(), body);
  }
}
