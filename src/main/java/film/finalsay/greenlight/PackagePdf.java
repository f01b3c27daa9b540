package film.finalsay.greenlight;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import film.finalsay.approval.Money;
import film.finalsay.greenlight.PackageSummary.Figures;
import film.finalsay.greenlight.PackageSummary.Source;
import film.finalsay.pdf.PageParts;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.util.StringUtils;

/**
 * A package as a PDF of one page. What does not fit is set smaller first, and shortened only then;
 * the page says so.
 */
final class PackagePdf {

  private static final Color GOOD = new Color(0x1b, 0x6e, 0x3c);
  private static final Color OPEN = new Color(0x9a, 0x5b, 0x00);
  private static final Color BAD = new Color(0xa8, 0x1e, 0x1e);

  private static final String NONE = "—";

  private static final float MARGIN = 40;

  private final PackageSummary summary;
  private final PageFit fit;
  private final PageParts parts;

  private PackagePdf(PackageSummary summary, PageFit fit) {
    this.summary = summary;
    this.fit = fit;
    this.parts = new PageParts(fit.size());
  }

  static byte[] of(PackageSummary summary) {
    byte[] page = null;
    for (PageFit fit : PageFit.FITS) {
      page = new PackagePdf(summary, fit).written();
      if (pages(page) == 1) {
        return page;
      }
    }
    throw new IllegalStateException(summary.approval() + " does not fit a page of any setting");
  }

  private static int pages(byte[] pdf) {
    try (PdfReader reader = new PdfReader(pdf)) {
      return reader.getNumberOfPages();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private byte[] written() {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (Document page = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
      PdfWriter.getInstance(page, pdf);
      page.addTitle("Greenlight package " + summary.approval());
      page.addCreator("Final Say");
      page.open();
      page.add(headline());
      if (!summary.missing().isEmpty()) {
        page.add(missing());
      }
      page.add(wordsAndFigures());
      page.add(sources());
      page.add(items());
      page.add(footer());
    }
    return pdf.toByteArray();
  }

  private PdfPTable headline() {
    PdfPCell cell =
        parts.ruled(
            PageParts.INK,
            1,
            parts.headline(PageFit.cut(summary.title(), 120)),
            parts.paragraph(
                parts.faint(
                    "%s · %s · greenlight package %s · submitted by %s"
                        .formatted(
                            StringUtils.capitalize(summary.kind()),
                            summary.film(),
                            summary.approval(),
                            summary.requestedBy())),
                2),
            parts.paragraph(StringUtils.capitalize(summary.standing())));
    cell.setPaddingBottom(fit.size() * 0.7f);
    return table(0, cell);
  }

  private PdfPTable missing() {
    PdfPCell cell = parts.plain(new Paragraph(parts.strong("Missing", BAD)));
    cell.setBackgroundColor(new Color(0xfb, 0xee, 0xec));
    cell.setPadding(fit.size() * 0.7f);
    int room = fit.words();
    int shown = 0;
    for (String sentence : summary.missing()) {
      if (shown > 0 && (room < sentence.length() || shown >= fit.rows())) {
        cell.addElement(parts.paragraph("and %d more".formatted(summary.missing().size() - shown)));
        break;
      }
      cell.addElement(parts.paragraph("• " + PageFit.cut(sentence, Math.max(80, room))));
      room -= sentence.length();
      shown++;
    }
    return table(0.8f, cell);
  }

  private PdfPTable table(float before, PdfPCell only) {
    PdfPTable table = parts.table(before, 100);
    table.addCell(only);
    return table;
  }

  private PdfPTable wordsAndFigures() {
    PdfPTable table = parts.table(0.4f, 54, 46);
    PdfPCell words =
        parts.plain(
            parts.heading("Logline"),
            parts.paragraph(PageFit.cut(PageFit.oneParagraph(summary.logline()), fit.words())),
            parts.heading("Vision"),
            parts.paragraph(PageFit.cut(PageFit.oneParagraph(summary.vision()), fit.words())));
    words.setPaddingRight(fit.size() * 1.8f);
    table.addCell(words);
    table.addCell(parts.plain(parts.heading("Money"), figures()));
    return table;
  }

  private PdfPTable figures() {
    Figures money = summary.figures();
    PdfPTable table = parts.table(0.3f, 48, 52);
    figure(table, "Budget", money.budget(), true);
    if (money.deferred() != null && money.deferred().minor() != 0) {
      figure(table, "less deferrals", money.deferred(), false);
      figure(table, "Cash needed", money.cashNeeded(), true);
    }
    Integer percent = money.percentSecured();
    figure(
        table,
        percent == null ? "Secured" : "Secured, %d %%".formatted(percent),
        money.secured(),
        true);
    figure(table, "Pending", money.pending(), false);
    figure(table, "Gap, no source", money.gap(), false);
    figure(table, "Sales estimates, ask", money.ask(), false);
    figure(table, "Sales estimates, take", money.take(), false);
    return table;
  }

  private void figure(PdfPTable table, String label, Money amount, boolean strong) {
    String figure = amount == null ? NONE : amount.inWords();
    table.addCell(parts.row(strong ? parts.strong(label, PageParts.INK) : parts.text(label)));
    table.addCell(parts.figures(strong ? parts.strong(figure, PageParts.INK) : parts.text(figure)));
  }

  private PdfPTable sources() {
    PdfPTable table = parts.table(1, 30, 14, 23, 12, 21);
    parts.title(table, "Paid for by", "", "", "", "");
    List<Source> sources = summary.sources();
    sources.stream().limit(fit.rows()).forEach(source -> source(table, source));
    if (sources.isEmpty()) {
      table.addCell(parts.wide(5, parts.faint("No finance plan is on file.")));
    } else if (sources.size() > fit.rows()) {
      Money rest =
          sources.stream().skip(fit.rows()).map(Source::amount).reduce(Money::plus).orElseThrow();
      String more = "and %d more, together %s";
      table.addCell(
          parts.wide(5, parts.faint(more.formatted(sources.size() - fit.rows(), rest.inWords()))));
    }
    return table;
  }

  private void source(PdfPTable table, Source source) {
    table.addCell(parts.row(PageFit.cut(source.name(), fit.cell())));
    table.addCell(parts.row(source.kind()));
    PdfPCell amount = parts.figures(parts.text(source.amount().inWords()));
    amount.setPaddingRight(fit.size());
    table.addCell(amount);
    table.addCell(parts.row(parts.strong(source.standing(), colour(source))));
    table.addCell(
        parts.row(parts.faint(PageFit.cut(PageFit.oneParagraph(source.terms()), fit.cell()))));
  }

  private static Color colour(Source source) {
    return switch (source.standing()) {
      case "expired" -> BAD;
      case "pending" -> OPEN;
      default -> GOOD;
    };
  }

  private PdfPTable items() {
    PdfPTable table = parts.table(1, 20, 14, 66);
    parts.title(table, "The package", "", "");
    for (ItemStanding item : summary.items()) {
      table.addCell(parts.row(item.title()));
      table.addCell(parts.row(parts.strong(item.standing(), colour(item))));
      table.addCell(
          parts.row(item.words().isEmpty() ? NONE : PageFit.cut(item.words(), fit.cell() * 2)));
    }
    if (!summary.alsoAttached().isEmpty()) {
      table.addCell(parts.row("Also attached"));
      String others = String.join("; ", summary.alsoAttached().stream().limit(fit.rows()).toList());
      table.addCell(parts.wide(2, parts.text(PageFit.cut(others, fit.cell() * 4))));
    }
    return table;
  }

  private static Color colour(ItemStanding item) {
    return switch (item.state()) {
      case IN_HAND -> GOOD;
      case IN_PROGRESS -> item.required() ? OPEN : PageParts.FAINT;
      case MISSING -> item.required() ? BAD : PageParts.FAINT;
    };
  }

  private Paragraph footer() {
    Paragraph footer =
        parts.paragraph(
            parts.faint(
                "Figures as of %s.%s"
                    .formatted(
                        Words.day(summary.asOf()),
                        fit.shortens() ? " Shortened to fit one page." : "")),
            0);
    footer.setSpacingBefore(fit.size());
    return footer;
  }
}
