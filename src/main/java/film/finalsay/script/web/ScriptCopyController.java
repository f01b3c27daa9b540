package film.finalsay.script.web;

import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.script.ScriptCopies;
import film.finalsay.script.ScriptCopy;
import film.finalsay.script.ScriptDrafts;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/scripts/{draft}/issues")
@Tag(name = "Issued scripts")
class ScriptCopyController {

  private final ScriptDrafts drafts;
  private final ScriptCopies copies;

  ScriptCopyController(ScriptDrafts drafts, ScriptCopies copies) {
    this.drafts = drafts;
    this.copies = copies;
  }

  /**
   * @param person who can log in; if they cannot, their name
   * @param copy the next number, if none is named
   * @param date today, if none is named
   */
  record NewCopy(
      @Size(max = 64) String person,
      @Size(max = 200) String name,
      @Size(max = 100) String department,
      @Min(1) @Max(9999) Integer copy,
      LocalDate date) {}

  record EndOfCopy(
      @NotNull @Schema(allowableValues = {"RETURNED", "REVOKED"}) String state, LocalDate date) {}

  @GetMapping
  @Operation(summary = "Who has which copy of a draft, by copy number")
  Page<ScriptCopy> all(Film film, @PathVariable int draft, Paging paging) {
    return Page.of(
        copies.all(drafts.byNumber(film, draft), paging.limit(), paging.offset()), paging);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Issue a numbered copy of an approved draft",
      description =
          "To a person who can log in, or to somebody by name. Without a copy number it is the next, and"
              + " without a date today.")
  ScriptCopy issue(
      Film film, @PathVariable int draft, @RequestBody Sent<NewCopy> body, Viewer viewer) {
    return copies.issue(film, draft, viewer.person(), body.fields());
  }

  @PostMapping("/{copy}/end")
  @Operation(
      summary = "Enter that a copy came back, or counts no more",
      description = "Today, unless another date is named.")
  ScriptCopy end(
      Film film,
      @PathVariable int draft,
      @PathVariable int copy,
      @RequestBody Sent<EndOfCopy> body,
      Viewer viewer) {
    return copies.end(film, draft, copy, viewer.person(), body.fields());
  }
}
