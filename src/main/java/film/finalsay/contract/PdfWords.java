package film.finalsay.contract;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The words of a PDF, in their order. What a signature adds as a picture or a note on a page is
 * none.
 */
final class PdfWords {

  private static final int MOST_BYTES = 20 * 1024 * 1024;
  private static final int MOST_PAGES = 500;

  /** Of what the pages are drawn by, all together: many times what a contract of 500 pages has. */
  private static final int MOST_OPERATIONS = 2_000_000;

  private static final int MOST_DRAWN_BYTES = 100 * 1024 * 1024;

  private PdfWords() {}

  /**
   * @param field by which it was named
   * @throws BusinessRuleException (invalid) naming the field if it is no PDF, or has no text to
   *     compare, more than 20 MB, more than 500 pages, or pages that would take minutes to read
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
      text = new Reading(field).getText(pdf);
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

  /** A small file may say to draw for hours. */
  private static final class Reading extends PDFTextStripper {

    private final String field;
    private final byte[] part = new byte[8192];
    private int operations;
    private long bytes;

    private Reading(String field) {
      this.field = field;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
      try (InputStream drawn = page.getContents()) {
        for (int read = drawn.read(part); read >= 0; read = drawn.read(part)) {
          bytes += read;
          require(bytes <= MOST_DRAWN_BYTES);
        }
      }
      super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      operations++;
      require(operations <= MOST_OPERATIONS);
      super.processOperator(operator, operands);
    }

    private void require(boolean bounded) {
      if (!bounded) {
        throw invalid(field, "has pages that are drawn in more steps than any contract is.");
      }
    }
  }
}
