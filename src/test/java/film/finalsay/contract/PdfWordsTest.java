package film.finalsay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.support.ContractPdf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contract says, word for word; and nothing but a PDF says anything. */
class PdfWordsTest {

  @Test
  void aNoteOnThePageIsNoWordAndAnotherFigureIs() {
    String text = "The fee is USD 12,000.00,\n payable   on delivery.";
    assertThat(PdfWords.of(ContractPdf.of(text), "document"))
        .containsExactly("The", "fee", "is", "USD", "12,000.00,", "payable", "on", "delivery.")
        .isEqualTo(PdfWords.of(ContractPdf.signed(text), "document"))
        .isNotEqualTo(
            PdfWords.of(ContractPdf.signed(text.replace("12,000", "21,000")), "document"));
  }

  @Test
  void whatIsNoPdfOrHasNoTextIsRefusedByItsField() {
    refused(new byte[0]);
    refused("%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8));
    refused(ContractPdf.of(""));
    refused(new byte[20 * 1024 * 1024 + 1]);
  }

  @Test
  void aDamagedOneIsReadOrRefusedAndNothingElse() {
    byte[] whole = ContractPdf.of("The fee is USD 12,000.00.");
    Random chance = new Random(23);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = Arrays.copyOf(whole, chance.nextInt(whole.length) + 1);
      for (int hits = 0; hits < 5; hits++) {
        damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt(256);
      }
      try {
        assertThat(PdfWords.of(damaged, "document")).isNotEmpty();
      } catch (BusinessRuleException refused) {
        assertThat(refused.field()).isEqualTo("document");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q Q ", "          "})
  void aSmallFileThatSaysToDrawForHoursIsRefused(String drawn) throws IOException {
    byte[] page = drawn.repeat(drawn.isBlank() ? 100_000 : 50_000).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDStream once = new PDStream(document, new ByteArrayInputStream(page), COSName.FLATE_DECODE);
      for (int i = 0; i < 400; i++) {
        PDPage again = new PDPage();
        again.setContents(once);
        document.addPage(again);
      }
      document.save(pdf);
    }

    assertThat(pdf.size()).isLessThan(200_000);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> refused(pdf.toByteArray()));
  }

  private static void refused(byte[] content) {
    assertThatThrownBy(() -> PdfWords.of(content, "document"))
        .isInstanceOfSatisfying(
            BusinessRuleException.class,
            refusal -> assertThat(refusal.field()).isEqualTo("document"));
  }
}
