package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed reads as they typed it, and an address that they typed leads where it did. */
class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "*Not* a _heading_ # | 1 < 2 § \\*Not\\* a \\_heading\\_ \\# \\| 1 \\< 2",
        "See https://box.example/f/lead_contract-v2.pdf (page 3). § See https://box.example/f/lead_contract-v2.pdf \\(page 3\\).",
        "(https://box.example:8443/a?b=1&c=%20d#e) § \\(https://box.example:8443/a?b=1&c=%20d#e\\)",
        "www.a-b.example/c_d, and so on § www.a-b.example/c_d, and so on",
        "not_an_address://x § not\\_an\\_address://x",
        "[x](http://a-b.example) § \\[x\\]\\(http://a-b.example\\)",
        "http://x.example/<b>|`c` § http://x.example/\\<b\\>\\|\\`c\\`",
      })
  void onlyWhatIsNoAddressIsMadePlain(String typed, String plain) {
    assertThat(Markdown.plain(typed)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://[Signed contract](https://evil.example/x)",
        "https://[Signed\u00a0contract](https://evil.example/x)",
        "http://![x](https://evil.example/p.png)",
        "http://**b**",
        "https://_i_",
        "www.~~was~~",
        "https://a.example/[b](https://evil.example)",
      })
  void nothingElseGetsThroughBehindAnAddress(String typed) {
    assertThat(Markdown.plain(typed)).doesNotContainPattern("(?<!\\\\)[\\[\\]()*!~]|(?<!\\\\)_");
  }

  @Test
  void inTheNameOfALinkThereIsNoOther() {
    assertThat(Markdown.label("http://x[lead.pdf](http://evil.example)"))
        .isEqualTo("http://x\\[lead.pdf\\]\\(http://evil.example\\)");
  }
}
