package film.finalsay.stakeholders.web;

import film.finalsay.approval.Approval;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.stakeholders.StakeholderReports;
import film.finalsay.stakeholders.StakeholderReports.Copy;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Stakeholder reports")
class StakeholderReportController {

  private final StakeholderReports reports;

  StakeholderReportController(StakeholderReports reports) {
    this.reports = reports;
  }

  @GetMapping("/films/{film}/stakeholder-reports")
  @Operation(
      summary = "The reports that were released, the newest first",
      description =
          "Financier, distributor and completion guarantor see those that were given to them; the film's"
              + " producers of any level, its line and associate producers and administrators see all.")
  Page<Copy> all(Film film, Paging paging, Viewer viewer) {
    return Page.of(reports.of(film, viewer, paging.limit(), paging.offset()), paging);
  }

  @Expensive
  @GetMapping(path = "/approvals/{key}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(
      summary = "A released report as it was given to its recipient",
      description = "Whoever sees several names one with \"role\", as in completion-guarantor.")
  ResponseEntity<byte[]> pdf(
      Approval approval, @RequestParam(required = false) String role, Viewer viewer) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(approval.key() + ".pdf").build().toString())
        .body(reports.pdf(approval, viewer, role));
  }
}
