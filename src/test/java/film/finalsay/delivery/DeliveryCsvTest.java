package film.finalsay.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delivery lists as distributors send them. */
class DeliveryCsvTest {

  @Test
  void aPlainListIsReadInItsOrder() {
    assertThat(
            read(
                "item,specification,essential,due\nDCP,\"2K, flat\",yes,2027-01-31\nStills,,no,\n"))
        .containsExactly(
            new AgreedItem("DCP", "2K, flat", true, LocalDate.of(2027, 1, 31)),
            new AgreedItem("Stills", "", false, null));
  }

  @Test
  void aListFromASpreadsheetIsReadByItsUsualNames() {
    assertThat(
            read(
                "\uFEFFNo.;Deliverable;Technical Specification;Mandatory;Due Date\r\n"
                    + "1;DCP;'+6 dB LFE;X;31.1.2027\r\n;;;;\r\n2;M&E;;-;TBC\r\n"))
        .containsExactly(
            new AgreedItem("DCP", "+6 dB LFE", true, LocalDate.of(2027, 1, 31)),
            new AgreedItem("M&E", "", false, null));
  }

  @Test
  void aListWithoutSuchAColumnIsEssentialThroughout() {
    assertThat(read("Material\tFormat\nDCP\t2K\n"))
        .containsExactly(new AgreedItem("DCP", "2K", true, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31 Jan 2027", "31 January 2027", "\"Jan 31, 2027\"", "2027-1-31"})
  void aDayIsReadAsItIsWritten(String day) {
    assertThat(read("item,due\nDCP," + day + "\n"))
        .extracting(AgreedItem::due)
        .containsExactly(LocalDate.of(2027, 1, 31));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item,due\\nDCP,02/03/2027 | line 2: \"due\" has to be a day",
        "item,due\\nDCP,31.2.2027 | line 2: \"due\" has to be a day",
        "item,due\\nDCP,2400-01-01 | line 2: \"due\" has to be a day from 1900",
        "item,essential\\nDCP,yes\\nStills,perhaps | line 3: \"essential\" has to be yes or no",
        "item,essential\\nDCP, | line 2: \"essential\" has to be yes or no",
        "item,specification\\nDCP,2K, flat | line 2: has 3 cells instead of 2",
        "item,specification\\n,2K | line 2: \"item\" is missing",
        "item\\nDCP\\ndcp | line 3: \"dcp\" is there twice",
        "item,colour\\nDCP,red | line 1 has to be a header",
        "item,deliverable\\nDCP,DCP | line 1 has to be a header",
        "specification\\n2K | line 1 has to be a header",
        "item | has 0 items",
        "item\\n\"DCP | cannot be read as CSV"
      })
  void whatIsNotUnderstoodIsRefusedWithItsLine(String file, String why) {
    assertThatThrownBy(() -> read(file.replace("\\n", "\n"))).hasMessageContaining(why);
  }

  @Test
  void anotherEncodingIsRefused() {
    assertThatThrownBy(
            () -> DeliveryCsv.read("item\nSchlüssel\n".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void aTooLongTextAndTooManyItemsAreRefused() {
    assertThatThrownBy(() -> read("item\n" + "x".repeat(101) + "\n"))
        .hasMessageContaining("line 2: \"item\" has 101 characters");
    StringBuilder many = new StringBuilder("item\n");
    for (int i = 0; i < 301; i++) {
      many.append("Item ").append(i).append('\n');
    }
    assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("has 301 items");
  }

  @Test
  void theUsualItemsAreThoseThatDistributorsName() {
    assertThat(AgreedItem.usual(null))
        .hasSize(13)
        .extracting(AgreedItem::item)
        .doesNotHaveDuplicates();
  }

  private static List<AgreedItem> read(String file) {
    return DeliveryCsv.read(file.getBytes(StandardCharsets.UTF_8));
  }
}
