package film.finalsay.greenlight.web;

import film.finalsay.approval.Approval;
import film.finalsay.greenlight.PackageSummaries;
import film.finalsay.greenlight.PackageSummary;
import film.finalsay.web.Expensive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/approvals/{key}")
@Tag(name = "Greenlight package")
class GreenlightPackageController {

  private final PackageSummaries summaries;

  GreenlightPackageController(PackageSummaries summaries) {
    this.summaries = summaries;
  }

  @GetMapping("/package")
  @Operation(
      summary = "What a greenlight is decided on, as it was filed",
      description =
          "With the finance plan, sales estimates, attachments and items of that day, and what it lacks.")
  PackageSummary one(Approval approval) {
    return summaries.of(approval);
  }

  @Expensive
  @GetMapping(path = "/package.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(summary = "The same on one page, to print and to hand round")
  ResponseEntity<byte[]> pdf(Approval approval) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(approval.key() + "-package.pdf")
                .build()
                .toString())
        .body(summaries.pdf(approval));
  }
}
