package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Rendered;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed reads as they typed it, and an address that they typed leads where it did. */
class MarkdownTest {

  private static final String[] MARKS = {
    "APPROVED BY EXEC1",
    "\n",
    "\n\n",
    "=====",
    "---",
    "# ",
    "1. ",
    "2) ",
    "- ",
    "* ",
    "+ ",
    "> ",
    "    ",
    "\t",
    "`",
    "```",
    "~~~",
    "~~",
    "**",
    "_",
    "|",
    "| a | b |\n|---|---|\n",
    "<b>",
    "</b>",
    "<!--",
    "&amp;",
    "&#35;",
    "&lt;h1&gt;",
    "\\",
    "![",
    "[x](",
    "](https://evil.example)",
    "[1]: ",
    ")",
    "(",
    "https://box.example/a_b(c)",
    "http://",
    "HTTPS://a.example",
    "ftp://a.example/",
    "www.a.example",
    "WWW.",
    "eva@studio.example",
    "mailto:eva@studio.example",
    ".",
    ",",
    " ",
    "é",
    "😀",
    "\u00A0",
    "{{amountText}}",
    "$",
    "[ ] ",
    "[x] ",
    "[^1]",
    ":--",
    "Setext\n=",
    "  \n",
    "1",
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "*Not* a _heading_ # | 1 < 2 § \\*Not\\* a \\_heading\\_ \\# \\| 1 \\< 2",
        "See https://box.example/f/lead_contract-v2.pdf (page 3). § See <https://box.example/f/lead_contract-v2.pdf> \\(page 3\\).",
        "(https://box.example:8443/a?b=1&c=%20d#e) § \\(<https://box.example:8443/a?b=1&c=%20d#e>\\)",
        "www.a-b.example/c_d, and § [www\\.a\\-b.example/c\\_d](<http://www.a-b.example/c_d>), and",
        "not_an_address://x § not\\_an\\_address\\://x",
        "[x](http://a-b.example) § \\[x\\]\\(<http://a-b.example>\\)",
        "R&D at 10.5 = 3. § R&D at 10.5 = 3.",
        "1. First § 1\\. First",
        "===== § \\=====",
      })
  void onlyWhatWouldActIsMarked(String typed, String plain) {
    assertThat(Markdown.plain(typed)).isEqualTo(plain);
  }

  @Property
  void whateverIsTypedReadsAsTyped(@ForAll("typed") String typed) {
    Rendered rendered = Rendered.of(Markdown.plain(typed));

    assertThat(rendered.other()).as(typed).isEmpty();
    assertThat(read(rendered.text())).isEqualTo(read(typed));
    assertThat(rendered.links())
        .allMatch(link -> typed.contains(link.replaceFirst("^http://(?=www)", "")));
    assertThat(Markdown.plain(typed).replaceAll("<https?://[^<>]*>", ""))
        .as("what the forms would make a link of by itself")
        .doesNotContainPattern("(?<!\\\\)://|(?i)www\\.|(?<!\\\\)@");
  }

  @Property
  void inARowItStaysInItsRow(@ForAll("typed") String typed) {
    Rendered rendered = Rendered.of("- Eva Exec: " + Markdown.row(typed) + "\n- next");

    assertThat(rendered.other()).containsExactly("BulletList", "ListItem", "ListItem");
    assertThat(rendered.text()).startsWith("Eva Exec:").endsWith("\nnext\n");
  }

  @Property
  void inTheNameOfALinkThereIsNoOther(@ForAll("typed") String typed) {
    Rendered rendered = Rendered.of("[a %s](/here)".formatted(Markdown.label(typed)));

    assertThat(rendered.links()).containsExactly("/here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202Epay 001\u202C", "a\u0007b", "a\u2028b", "\u200Fa"})
  void nothingThatActsUnseenIsShown(String kept) {
    assertThat(Markdown.plain(kept)).matches("[a-z0-9 ]+");
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.of(MARKS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  /** Without the blanks that no reader sees: around lines, and empty lines. */
  private static List<String> read(String text) {
    return text.lines()
        .map(line -> line.replaceAll("[\\s\\u00A0]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
