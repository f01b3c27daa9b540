package film.finalsay.greenlight;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import film.finalsay.approval.Money;
import film.finalsay.greenlight.PackageSummary.Figures;
import film.finalsay.greenlight.PackageSummary.Item;
import film.finalsay.greenlight.PackageSummary.Source;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * A package as a PDF of one page. What does not fit is set smaller first, and shortened only then;
 * the page says so.
 */
final class PackagePdf {

  private static final Color INK = new Color(0x1f, 0x29, 0x33);
  private static final Color FAINT = new Color(0x66, 0x70, 0x7a);
  private static final Color LINE = new Color(0xc9, 0xd0, 0xd6);
  private static final Color GOOD = new Color(0x1b, 0x6e, 0x3c);
  private static final Color OPEN = new Color(0x9a, 0x5b, 0x00);
  private static final Color BAD = new Color(0xa8, 0x1e, 0x1e);

  private static final BaseFont REGULAR = font("LiberationSans-Regular.ttf");
  private static final BaseFont BOLD = font("LiberationSans-Bold.ttf");

  private static final String NONE = "—";

  /** In the place of what the font has no sign for. */
  private static final int NO_SIGN = '□';

  private static final float MARGIN = 40;
  private static final int ALL = 10_000;

  /**
   * How the page is filled: from generous to tight.
   *
   * @param size of the text in points
   * @param words most characters of logline, vision, and what is missing
   * @param rows most sources, and most other attachments
   * @param cell most characters of a name or a remark
   */
  private record Fit(float size, int words, int rows, int cell) {

    boolean shortens() {
      return words < ALL;
    }
  }

  private static final List<Fit> FITS =
      List.of(
          new Fit(11, ALL, ALL, ALL),
          new Fit(10.25f, ALL, ALL, ALL),
          new Fit(9.5f, ALL, ALL, ALL),
          new Fit(9, ALL, ALL, ALL),
          new Fit(8.5f, ALL, ALL, ALL),
          new Fit(8, ALL, ALL, ALL),
          new Fit(7.5f, ALL, ALL, ALL),
          new Fit(7.5f, 1500, 14, 90),
          new Fit(7.5f, 1000, 10, 70),
          new Fit(7, 700, 8, 60),
          new Fit(7, 400, 5, 45),
          new Fit(6.5f, 200, 3, 30));

  private final PackageSummary summary;
  private final Fit fit;

  private PackagePdf(PackageSummary summary, Fit fit) {
    this.summary = summary;
    this.fit = fit;
  }

  static byte[] of(PackageSummary summary) {
    byte[] page = null;
    for (Fit fit : FITS) {
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
    PdfPTable table = table(100);
    PdfPCell cell = plain();
    Paragraph title =
        new Paragraph(
            printable(cut(summary.title(), 120)), new Font(BOLD, fit.size * 2, Font.NORMAL, INK));
    title.setLeading(fit.size * 2.3f);
    cell.addElement(title);
    cell.addElement(
        paragraph(
            faint(
                "%s · %s · greenlight package %s · submitted by %s"
                    .formatted(
                        capital(summary.kind()),
                        summary.film(),
                        summary.approval(),
                        summary.requestedBy())),
            2));
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(INK);
    cell.setBorderWidth(1);
    cell.setPaddingBottom(fit.size * 0.7f);
    table.addCell(cell);
    return table;
  }

  private PdfPTable missing() {
    PdfPTable table = table(100);
    table.setSpacingBefore(fit.size * 0.8f);
    PdfPCell cell = plain();
    cell.setBackgroundColor(new Color(0xfb, 0xee, 0xec));
    cell.setPadding(fit.size * 0.7f);
    cell.addElement(new Paragraph("Missing", bold(BAD)));
    int room = fit.words;
    int shown = 0;
    for (String sentence : summary.missing()) {
      if (shown > 0 && (room < sentence.length() || shown >= fit.rows)) {
        cell.addElement(
            paragraph(text("and %d more".formatted(summary.missing().size() - shown)), 1));
        break;
      }
      cell.addElement(paragraph(text("• " + cut(sentence, Math.max(80, room))), 1));
      room -= sentence.length();
      shown++;
    }
    table.addCell(cell);
    return table;
  }

  private PdfPTable wordsAndFigures() {
    PdfPTable table = table(54, 46);
    table.setSpacingBefore(fit.size * 0.4f);
    PdfPCell words = plain();
    words.setPaddingRight(fit.size * 1.8f);
    words.addElement(heading("Logline"));
    words.addElement(paragraph(text(cut(oneParagraph(summary.logline()), fit.words)), 1));
    words.addElement(heading("Vision"));
    words.addElement(paragraph(text(cut(oneParagraph(summary.vision()), fit.words)), 1));
    table.addCell(words);
    PdfPCell figures = plain();
    figures.addElement(heading("Money"));
    figures.addElement(figures());
    table.addCell(figures);
    return table;
  }

  private PdfPTable figures() {
    Figures money = summary.figures();
    PdfPTable table = table(48, 52);
    table.setSpacingBefore(fit.size * 0.3f);
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
    Font font = strong ? bold(INK) : regular(INK);
    PdfPCell left = row(new Phrase(label, font));
    PdfPCell right = row(new Phrase(amount == null ? NONE : amount.inWords(), font));
    right.setHorizontalAlignment(Element.ALIGN_RIGHT);
    table.addCell(left);
    table.addCell(right);
  }

  private PdfPTable sources() {
    PdfPTable table = table(30, 14, 23, 12, 21);
    table.setSpacingBefore(fit.size);
    title(table, "Paid for by", "", "", "", "");
    List<Source> sources = summary.sources();
    sources.stream().limit(fit.rows).forEach(source -> source(table, source));
    if (sources.isEmpty()) {
      wide(table, "No finance plan is on file.");
    } else if (sources.size() > fit.rows) {
      Money rest =
          sources.stream().skip(fit.rows).map(Source::amount).reduce(Money::plus).orElseThrow();
      wide(table, "and %d more, together %s".formatted(sources.size() - fit.rows, rest.inWords()));
    }
    return table;
  }

  private void source(PdfPTable table, Source source) {
    table.addCell(row(text(cut(source.name(), fit.cell))));
    table.addCell(row(text(source.kind())));
    PdfPCell amount = row(text(source.amount().inWords()));
    amount.setHorizontalAlignment(Element.ALIGN_RIGHT);
    amount.setPaddingRight(fit.size);
    table.addCell(amount);
    table.addCell(row(new Phrase(source.standing(), bold(colour(source)))));
    table.addCell(row(faint(cut(oneParagraph(source.terms()), fit.cell))));
  }

  private static Color colour(Source source) {
    return switch (source.standing()) {
      case "expired" -> BAD;
      case "pending" -> OPEN;
      default -> GOOD;
    };
  }

  private PdfPTable items() {
    PdfPTable table = table(20, 14, 66);
    table.setSpacingBefore(fit.size);
    title(table, "The package", "", "");
    for (Item item : summary.items()) {
      table.addCell(row(text(item.title())));
      table.addCell(row(new Phrase(item.standing(), bold(colour(item)))));
      table.addCell(row(text(item.words().isEmpty() ? NONE : cut(item.words(), fit.cell * 2))));
    }
    if (!summary.alsoAttached().isEmpty()) {
      table.addCell(row(text("Also attached")));
      PdfPCell others =
          row(
              text(
                  cut(
                      String.join("; ", summary.alsoAttached().stream().limit(fit.rows).toList()),
                      fit.cell * 4)));
      others.setColspan(2);
      table.addCell(others);
    }
    return table;
  }

  private static Color colour(Item item) {
    return switch (item.state()) {
      case IN_HAND -> GOOD;
      case IN_PROGRESS -> item.required() ? OPEN : FAINT;
      case MISSING -> item.required() ? BAD : FAINT;
    };
  }

  private Paragraph footer() {
    Paragraph footer =
        paragraph(
            faint(
                "Figures as of %s.%s"
                    .formatted(
                        Words.day(summary.asOf()),
                        fit.shortens() ? " Shortened to fit one page." : "")),
            0);
    footer.setSpacingBefore(fit.size);
    return footer;
  }

  private static PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    return table;
  }

  private void title(PdfPTable table, String... cells) {
    for (String cell : cells) {
      PdfPCell head = plain();
      head.setPaddingBottom(fit.size * 0.35f);
      head.setPhrase(new Phrase(cell, bold(FAINT)));
      head.setBorder(Rectangle.BOTTOM);
      head.setBorderColor(INK);
      head.setBorderWidth(0.6f);
      table.addCell(head);
    }
  }

  private void wide(PdfPTable table, String words) {
    PdfPCell cell = row(faint(words));
    cell.setColspan(table.getNumberOfColumns());
    table.addCell(cell);
  }

  private PdfPCell row(Phrase content) {
    PdfPCell cell = plain();
    cell.setLeading(0, 1.2f);
    cell.setPhrase(content);
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.4f);
    cell.setPaddingTop(fit.size * 0.28f);
    cell.setPaddingBottom(fit.size * 0.38f);
    cell.setPaddingRight(fit.size * 0.5f);
    return cell;
  }

  private static PdfPCell plain() {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    return cell;
  }

  private Paragraph heading(String words) {
    Paragraph heading = new Paragraph(words, bold(FAINT));
    heading.setSpacingBefore(fit.size * 0.5f);
    return heading;
  }

  private Paragraph paragraph(Phrase content, float before) {
    Paragraph paragraph = new Paragraph(content);
    paragraph.setLeading(fit.size * 1.3f);
    paragraph.setSpacingBefore(before);
    return paragraph;
  }

  private Phrase text(String words) {
    return new Phrase(new Chunk(printable(words), regular(INK)));
  }

  private Phrase faint(String words) {
    return new Phrase(new Chunk(printable(words), regular(FAINT)));
  }

  private Font regular(Color colour) {
    return new Font(REGULAR, fit.size, Font.NORMAL, colour);
  }

  private Font bold(Color colour) {
    return new Font(BOLD, fit.size, Font.NORMAL, colour);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String oneParagraph(String words) {
    return words.replaceAll("\\s*\\R\\s*", " ").strip();
  }

  /** At a space, if there is one near. */
  private static String cut(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int end = words.lastIndexOf(' ', most - 1);
    String kept = words.substring(0, end > most * 3 / 4 ? end : most - 1);
    boolean half = Character.isHighSurrogate(kept.charAt(kept.length() - 1));
    return (half ? kept.substring(0, kept.length() - 1) : kept) + "…";
  }

  /** What the font has no sign for would vanish from the page. */
  private static String printable(String words) {
    StringBuilder printable = new StringBuilder();
    words
        .codePoints()
        .forEach(
            sign ->
                printable.appendCodePoint(
                    sign == '\t' || sign == '\u00a0'
                        ? ' '
                        : REGULAR.charExists(sign) ? sign : NO_SIGN));
    return printable.toString();
  }

  private static BaseFont font(String file) {
    try (InputStream font = PackagePdf.class.getResourceAsStream("/liberation/" + file)) {
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
