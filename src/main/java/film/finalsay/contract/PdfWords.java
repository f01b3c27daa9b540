package film.finalsay.contract;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The words of a PDF, in their order. What a signature adds as a picture or a note on a page is
 * none.
 */
final class PdfWords {

  private static final int MOST_BYTES = 20 * 1024 * 1024;
  private static final int MOST_PAGES = 500;

  private PdfWords() {}

  /**
   * @param field by which it was named
   * @throws BusinessRuleException (invalid) naming the field if it is no PDF, or has no text to
   *     compare, more than 20 MB or more than 500 pages
   */
  static List<String> of(byte[] content, String field) {
    if (content.length > MOST_BYTES) {
      throw invalid(field, "has more than 20 MB; a contract of that size cannot be compared.");
    }
    String text;
    try (PDDocument pdf = Loader.loadPDF(content)) {
      if (pdf.getNumberOfPages() > MOST_PAGES) {
        throw invalid(field, "has more than %d pages.", MOST_PAGES);
      }
      text = new PDFTextStripper().getText(pdf);
    } catch (BusinessRuleException refusal) {
      throw refusal;
    } catch (IOException | RuntimeException unreadable) {
      throw invalid(field, "is no PDF that can be read without a password.");
    }
    if (text.isBlank()) {
      throw invalid(
          field,
          "has no text that could be compared, as a scan has none; send it as it was written.");
    }
    return List.of(text.strip().split("[\\s\\p{Z}]+"));
  }
}
