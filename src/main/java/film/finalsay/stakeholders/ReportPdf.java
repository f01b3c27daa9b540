package film.finalsay.stakeholders;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import film.finalsay.ledger.Anchor;
import film.finalsay.pdf.PageParts;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report as a PDF of as many pages as it takes, with where the film's ledger ended. */
final class ReportPdf {

  private static final float MARGIN = 50;
  private static final PageParts PARTS = new PageParts(10);

  private ReportPdf() {}

  /**
   * @param anchor by which one can tell later that the ledger up to there was not rewritten
   */
  static byte[] of(Report report, Anchor anchor) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (Document page = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
      PdfWriter.getInstance(page, pdf);
      page.addTitle(report.title());
      page.addCreator("Final Say");
      page.open();
      page.add(
          block(
              PARTS.headline(report.title()),
              PARTS.paragraph(report.about()),
              PARTS.paragraph(
                  PARTS.faint(
                      "Computed at %s%s."
                          .formatted(
                              report.asOf(),
                              report.corrects() == null
                                  ? ""
                                  : "; it corrects " + report.corrects())),
                  2)));
      page.add(figures(report.figures()));
      for (Map.Entry<String, List<String>> section : report.sections()) {
        List<Element> parts = new ArrayList<>(List.of(PARTS.heading(section.getKey())));
        section.getValue().forEach(line -> parts.add(PARTS.paragraph(line)));
        page.add(block(parts.toArray(Element[]::new)));
      }
      page.add(block(PARTS.heading("Ledger"), PARTS.paragraph(PARTS.faint(anchor.line()), 1)));
    }
    return pdf.toByteArray();
  }

  /** Goes on the next page where it has to. */
  private static PdfPTable block(Element... content) {
    PdfPTable table = PARTS.table(0.6f, 100);
    table.setSplitLate(false);
    table.addCell(PARTS.plain(content));
    return table;
  }

  private static PdfPTable figures(List<Map.Entry<String, String>> figures) {
    PdfPTable table = PARTS.table(1, 45, 55);
    for (Map.Entry<String, String> figure : figures) {
      table.addCell(PARTS.row(figure.getKey()));
      table.addCell(PARTS.figures(PARTS.text(figure.getValue())));
    }
    return table;
  }
}
