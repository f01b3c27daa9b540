package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people typed reads as they typed it, and an address that they typed leads where it did. */
class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "*Not* a _heading_ # | 1 < 2 § \\*Not\\* a \\_heading\\_ \\# \\| 1 \\< 2",
        "See https://box.example/f/lead_contract-v2.pdf (page 3). § See https://box.example/f/lead_contract-v2.pdf \\(page 3\\).",
        "https://a-b.example/c_d*e* and *f* § https://a-b.example/c_d*e* and \\*f\\*",
        "www.a-b.example/c_d § www.a-b.example/c_d",
        "not_an_address://x § not\\_an\\_address://x",
        "[x](http://a-b.example) § \\[x\\]\\(http://a-b.example)",
        "http://x.example/<b>|`c` § http://x.example/\\<b\\>\\|\\`c\\`",
      })
  void onlyWhatIsNoAddressIsMadePlain(String typed, String plain) {
    assertThat(Markdown.plain(typed)).isEqualTo(plain);
  }
}
