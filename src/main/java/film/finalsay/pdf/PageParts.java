package film.finalsay.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What a PDF page is made of, in the fonts and ink of the product: tables, cells, and words.
 *
 * @param size of the text in points, by which all distances go
 */
public record PageParts(float size) {

  public static final Color INK = new Color(0x1f, 0x29, 0x33);
  public static final Color FAINT = new Color(0x66, 0x70, 0x7a);

  private static final Color LINE = new Color(0xc9, 0xd0, 0xd6);

  private static final BaseFont REGULAR = font("LiberationSans-Regular.ttf");
  private static final BaseFont BOLD = font("LiberationSans-Bold.ttf");

  /** In the place of what the font has no sign for. */
  private static final int NO_SIGN = '□';

  /**
   * @param before the distance to what stands above, in lines
   * @param widths of its columns, as parts of the page's
   */
  public PdfPTable table(float before, float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(size * before);
    return table;
  }

  public PdfPCell plain(Element... content) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    for (Element element : content) {
      cell.addElement(element);
    }
    return cell;
  }

  /** With a line below. */
  public PdfPCell ruled(Color colour, float width, Element... content) {
    PdfPCell cell = plain(content);
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(colour);
    cell.setBorderWidth(width);
    return cell;
  }

  public PdfPCell row(Phrase content) {
    PdfPCell cell = ruled(LINE, 0.4f);
    cell.setLeading(0, 1.2f);
    cell.setPhrase(content);
    cell.setPaddingTop(size * 0.28f);
    cell.setPaddingBottom(size * 0.38f);
    cell.setPaddingRight(size * 0.5f);
    return cell;
  }

  public PdfPCell row(String words) {
    return row(text(words));
  }

  /** Figures, which stand on the right. */
  public PdfPCell figures(Phrase content) {
    PdfPCell cell = row(content);
    cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
    return cell;
  }

  /** A row of so many columns. */
  public PdfPCell wide(int columns, Phrase content) {
    PdfPCell cell = row(content);
    cell.setColspan(columns);
    return cell;
  }

  public void title(PdfPTable table, String... cells) {
    for (String cell : cells) {
      PdfPCell head = ruled(INK, 0.6f);
      head.setPaddingBottom(size * 0.35f);
      head.setPhrase(strong(cell, FAINT));
      table.addCell(head);
    }
  }

  /** What stands large at the top. */
  public Paragraph headline(String words) {
    Paragraph headline =
        new Paragraph(printable(words), new Font(BOLD, size * 2, Font.NORMAL, INK));
    headline.setLeading(size * 2.3f);
    return headline;
  }

  public Paragraph heading(String words) {
    Paragraph heading = new Paragraph(strong(words, FAINT));
    heading.setSpacingBefore(size * 0.5f);
    return heading;
  }

  public Paragraph paragraph(String words) {
    return paragraph(text(words), 1);
  }

  public Paragraph paragraph(Phrase content, float before) {
    Paragraph paragraph = new Paragraph(content);
    paragraph.setLeading(size * 1.3f);
    paragraph.setSpacingBefore(before);
    return paragraph;
  }

  public Phrase text(String words) {
    return words(words, REGULAR, INK);
  }

  public Phrase faint(String words) {
    return words(words, REGULAR, FAINT);
  }

  public Phrase strong(String words, Color colour) {
    return words(words, BOLD, colour);
  }

  private Phrase words(String words, BaseFont font, Color colour) {
    return new Phrase(new Chunk(printable(words), new Font(font, size, Font.NORMAL, colour)));
  }

  /** What the font has no sign for would vanish from the page. */
  private static String printable(String words) {
    return words
        .replace('\t', ' ')
        .replace('\u00a0', ' ')
        .codePoints()
        .map(sign -> REGULAR.charExists(sign) ? sign : NO_SIGN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static BaseFont font(String file) {
    try (InputStream font = PageParts.class.getResourceAsStream("/liberation/" + file)) {
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
