package film.finalsay.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.ledger.Anchor;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a recipient holds in hand. */
class ReportPdfTest {

  private static final Anchor ANCHOR = new Anchor("NOVA", 22, "a".repeat(64));

  @Test
  void thePageHasWhatTheReportSaysAndWhereTheLedgerEnded() throws IOException {
    assertThat(
            text(
                report(
                    "NOVA-RP-1",
                    List.of(
                        Map.entry("From the producer", List.of("Łódź was cold; a calm month.")),
                        Map.entry("The largest variances", List.of("3600 LOCATIONS: none."))))))
        .contains("Stakeholder report NOVA-RP-2", "Nova (NOVA), 2026-01-01 to 2026-01-31")
        .contains("Computed at 2026-02-01T10:00:00Z; it corrects NOVA-RP-1.")
        .contains("Budget USD 1,000.00")
        .contains("From the producer", "Łódź was cold; a calm month.")
        .contains("The largest variances", "3600 LOCATIONS: none.")
        .contains(ANCHOR.line());
  }

  @Test
  void aLongReportTakesAsManyPagesAsItNeedsAndLosesNothing() throws IOException {
    List<String> lines = Collections.nCopies(120, "Film ".repeat(40).strip());
    byte[] pdf = pdf(report(null, List.of(Map.entry("Approved in the period", lines))));
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getNumberOfPages()).isGreaterThan(2);
    }
    assertThat(text(report(null, List.of(Map.entry("Approved in the period", lines)))))
        .doesNotContain("corrects")
        .satisfies(text -> assertThat(text.split("Film", -1)).hasSize(120 * 40 + 1));
  }

  private static Report report(String corrects, List<Map.Entry<String, List<String>>> sections) {
    return new Report(
        "Stakeholder report NOVA-RP-2",
        "Nova (NOVA), 2026-01-01 to 2026-01-31",
        "2026-02-01T10:00:00Z",
        corrects,
        List.of(Map.entry("Budget", "USD 1,000.00")),
        sections);
  }

  private static byte[] pdf(Report report) {
    return ReportPdf.of(report, ANCHOR);
  }

  private static String text(Report report) throws IOException {
    try (PDDocument read = Loader.loadPDF(pdf(report))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(read).replaceAll("[ \\r]+", " ");
    }
  }
}
