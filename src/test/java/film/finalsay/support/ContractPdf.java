package film.finalsay.support;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;

/** A contract as a PDF, and the same signed. */
public final class ContractPdf {

  private ContractPdf() {}

  public static byte[] of(String text) {
    return written(text, null);
  }

  /** With a note on the page, as signing software leaves one; the text stays as it is. */
  public static byte[] signed(String text) {
    return written(text, "Signed by both parties");
  }

  private static byte[] written(String text, String note) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    Document document = new Document();
    PdfWriter writer = PdfWriter.getInstance(document, pdf);
    document.open();
    document.add(new Paragraph(text.isEmpty() ? " " : text));
    if (note != null) {
      writer.addAnnotation(
          PdfAnnotation.createText(
              writer, new Rectangle(50, 50, 90, 90), "Signature", note, false, null));
    }
    document.close();
    return pdf.toByteArray();
  }

  /** Uploads one to a film, and returns its SHA-256. */
  public static String upload(TestFilm film, byte[] pdf) {
    return film.desk("line1")
        .upload("/api/films/%s/documents".formatted(film.id()), "contract.pdf", pdf)
        .ok()
        .path("sha256")
        .asText();
  }
}
