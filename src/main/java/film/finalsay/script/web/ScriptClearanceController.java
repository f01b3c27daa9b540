package film.finalsay.script.web;

import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.script.ClearanceReport;
import film.finalsay.script.ClearanceReports;
import film.finalsay.script.Clearances;
import film.finalsay.script.Finding;
import film.finalsay.script.ScriptDraft;
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
@RequestMapping("/api/films/{film}/scripts/{draft}/clearance")
@Tag(name = "Script clearance")
class ScriptClearanceController {

  private final Films films;
  private final ScriptDrafts drafts;
  private final Clearances clearances;
  private final ClearanceReports reports;

  ScriptClearanceController(
      Films films, ScriptDrafts drafts, Clearances clearances, ClearanceReports reports) {
    this.films = films;
    this.drafts = drafts;
    this.clearances = clearances;
    this.reports = reports;
  }

  /** The reports on a draft's document, and the findings of all of them. */
  record ClearanceView(Page<ClearanceReport> reports, Page<Finding> findings) {}

  @GetMapping
  @Operation(
      summary = "The clearance reports on a draft's document, and their findings",
      description =
          "Another draft has another document, and needs a report of its own. Each of the two lists"
              + " has its pages: page and size count for both.")
  ClearanceView all(
      @PathVariable String film,
      @PathVariable int draft,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    ScriptDraft found = drafts.byNumber(seen, draft);
    return new ClearanceView(
        Page.of(
            clearances.reports(found, paging.limit(), paging.offset()),
            paging,
            Function.identity()),
        Page.of(
            clearances.findings(found, paging.limit(), paging.offset()),
            paging,
            Function.identity()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Enter a clearance report on a draft",
      description =
          "Fields: document, the SHA-256 of the report as it was uploaded, and findings, a list of"
              + " subject, scene (its number; may be left out) and severity (LOW, MEDIUM, HIGH); empty if"
              + " nothing was found.")
  ClearanceReport report(
      @PathVariable String film,
      @PathVariable int draft,
      @RequestBody Map<String, Object> body,
      Authentication login) {
    return reports.enter(films.seenBy(Viewers.of(login), film), draft, login.getName(), body);
  }

  @PostMapping("/{report}/{finding}/settlement")
  @Operation(
      summary = "Settle a finding",
      description =
          "Fields: state (CLEARED, LICENSED or RISK_ACCEPTED) and how, in words. A producer or above"
              + " settles; to accept a risk is the executive producer's.")
  Finding settle(
      @PathVariable String film,
      @PathVariable int draft,
      @PathVariable int report,
      @PathVariable int finding,
      @RequestBody Map<String, Object> body,
      Authentication login) {
    return reports.settle(
        films.seenBy(Viewers.of(login), film), draft, report, finding, login.getName(), body);
  }
}
