package film.finalsay.script.web;

import film.finalsay.approval.PlainText;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.script.ClearanceReport;
import film.finalsay.script.ClearanceReports;
import film.finalsay.script.Clearances;
import film.finalsay.script.Finding;
import film.finalsay.script.ScriptDraft;
import film.finalsay.script.ScriptDrafts;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/scripts/{draft}/clearance")
@Tag(name = "Script clearance")
class ScriptClearanceController {

  private final ScriptDrafts drafts;
  private final Clearances clearances;
  private final ClearanceReports reports;

  ScriptClearanceController(ScriptDrafts drafts, Clearances clearances, ClearanceReports reports) {
    this.drafts = drafts;
    this.clearances = clearances;
    this.reports = reports;
  }

  /** The reports on a draft's document, and the findings of all of them. */
  record ClearanceView(Page<ClearanceReport> reports, Page<Finding> findings) {}

  /**
   * @param document SHA-256 of the report as it was uploaded
   * @param findings empty if nothing was found
   */
  record NewReport(
      @NotNull @Size(max = 64) String document,
      @NotNull @Size(max = 1000) List<NewFinding> findings) {}

  record NewFinding(
      @NotNull @Size(max = 500) String subject,
      @Size(max = 10) String scene,
      @NotNull Finding.Severity severity) {}

  record Settlement(
      @NotNull @Schema(allowableValues = {"CLEARED", "LICENSED", "RISK_ACCEPTED"}) String state,
      @NotNull @Size(max = PlainText.LONG) String how) {}

  @GetMapping
  @Operation(
      summary = "The clearance reports on a draft's document, and their findings",
      description =
          "Another draft has another document, and needs a report of its own. Each of the two lists"
              + " has its pages: page and size count for both.")
  ClearanceView all(Film film, @PathVariable int draft, Paging paging) {
    ScriptDraft found = drafts.byNumber(film, draft);
    return new ClearanceView(
        Page.of(clearances.reports(found, paging.limit(), paging.offset()), paging),
        Page.of(clearances.findings(found, paging.limit(), paging.offset()), paging));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Enter a clearance report on a draft",
      description =
          "Its document is the SHA-256 of the report as it was uploaded; a finding about the whole script"
              + " names no scene. The list is empty if nothing was found.")
  ClearanceReport report(
      Film film, @PathVariable int draft, @RequestBody Sent<NewReport> body, Viewer viewer) {
    return reports.enter(film, draft, viewer.person(), body.fields());
  }

  @PostMapping("/{report}/{finding}/settlement")
  @Operation(
      summary = "Settle a finding",
      description =
          "A producer or above settles, and says how in words; to accept a risk is the executive producer's.")
  Finding settle(
      Film film,
      @PathVariable int draft,
      @PathVariable int report,
      @PathVariable int finding,
      @RequestBody Sent<Settlement> body,
      Viewer viewer) {
    return reports.settle(film, draft, report, finding, viewer.person(), body.fields());
  }
}
