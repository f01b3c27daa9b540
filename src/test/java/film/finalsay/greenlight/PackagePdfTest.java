package film.finalsay.greenlight;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Money;
import film.finalsay.greenlight.PackageSummary.Figures;
import film.finalsay.greenlight.PackageSummary.Source;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The page that is printed: one, whatever is on it, with every figure and every accent. */
class PackagePdfTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void thePageHasTheWordsAndTheFigures() throws IOException {
    String page = text(PackagePdf.of(summary("Łódź, Ångström & Œuvre", 3, 20, 2)));

    assertThat(page)
        .contains("Łódź, Ångström & Œuvre", "Feature film · NOVA · greenlight package NOVA-GL-1")
        .contains("Größe zählt, für 5 € die Stunde")
        .contains("Budget EUR 34,852,483.00", "less deferrals EUR 2,500,000.00")
        .contains("Cash needed EUR 32,352,483.00", "Secured, 99 % EUR 32,352,482.99")
        .contains("Pending EUR 2,100,000.00", "Sales estimates, take EUR 5,450,000.00")
        .contains("Source 1 é", "presale", "EUR 1,000.01", "until 30 Jun 2027")
        .contains("Completion bond", "in progress", "with Ada Line")
        .contains("Also attached Composer Jörg Ñandú (attached)")
        .contains("Completion bond: in progress with Ada Line")
        .contains("Figures as of 24 Nov 2026.")
        .doesNotContain("Shortened");
  }

  @Test
  void whatIsNotOnFileIsSaidToBeMissing() throws IOException {
    PackageSummary bare =
        new PackageSummary(
            "NOVA-GL-1",
            "NOVA",
            "Nova",
            "documentary",
            "being decided",
            "Pia One, producer",
            LocalDate.of(2026, 11, 24),
            "A light.",
            "A film.",
            new Figures(null, null, null, null, null, null, null, null, null),
            List.of(),
            List.of(),
            List.of(new ItemStanding(PackageItem.BUDGET, ItemState.MISSING, true, "", "None.")),
            List.of("A budget version: none is named."));

    assertThat(text(PackagePdf.of(bare)))
        .contains("Missing", "A budget version: none is named.", "Budget —")
        .contains("No finance plan is on file.");
  }

  @Test
  void aFullPackageWithTheLongestTextsIsStillOnePage() throws IOException {
    byte[] pdf = PackagePdf.of(summary("T".repeat(50) + " Title".repeat(25), 100, 4000, 50));

    assertThat(pages(pdf)).isEqualTo(1);
    assertThat(text(pdf))
        .contains("Shortened to fit one page.")
        .contains("Budget EUR 34,852,483.00")
        .contains("Source 1 é")
        .containsPattern("and \\d+ more, together EUR ")
        .contains("Completion bond");
  }

  @Test
  void noMixOfLengthsSpills() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      PackageSummary summary =
          summary(
              "Nova",
              random.nextInt(40),
              1 + random.nextInt(random.nextBoolean() ? 4000 : 200),
              random.nextInt(30));
      assertThat(pages(PackagePdf.of(summary))).as("%s", summary).isEqualTo(1);
    }
  }

  @Test
  void textsWithoutASpaceAndOfManyLinesDoNotSpill() throws IOException {
    for (String vision : List.of("x".repeat(4000), "a\n".repeat(2000), "W".repeat(4000))) {
      byte[] pdf =
          PackagePdf.of(with(summary("W".repeat(200), 100, 10, 50), "i".repeat(500), vision));
      assertThat(pages(pdf)).isEqualTo(1);
    }
  }

  @Test
  void nothingThatTheFontLacksVanishesSilently() throws IOException {
    String page = text(PackagePdf.of(with(summary("灯台 Nova", 1, 20, 0), "A 🎬 light.", "V")));

    assertThat(page).contains("□□ Nova", "A □ light.");
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PackagePdf.of(summary("Nova", 3, 20, 2)))) {
      PDResources resources = pdf.getPage(0).getResources();
      int fonts = 0;
      for (COSName name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).as("%s", name).isTrue();
        assertThat(resources.getFont(name).getName()).contains("Liberation");
        fonts++;
      }
      assertThat(fonts).isEqualTo(2);
    }
  }

  private static PackageSummary with(PackageSummary summary, String logline, String vision) {
    return new PackageSummary(
        summary.approval(),
        summary.film(),
        summary.title(),
        summary.kind(),
        summary.standing(),
        summary.requestedBy(),
        summary.asOf(),
        logline,
        vision,
        summary.figures(),
        summary.sources(),
        summary.alsoAttached(),
        summary.items(),
        summary.missing());
  }

  /**
   * @param length of its texts in characters
   */
  static PackageSummary summary(String title, int sources, int length, int attached) {
    List<Source> paying =
        IntStream.rangeClosed(1, sources)
            .mapToObj(
                i ->
                    new Source(
                        words("Source %d é".formatted(i), Math.min(200, length)),
                        "presale",
                        money("1000.01"),
                        i % 3 == 0 ? "pending" : "secured",
                        words("until 30 Jun 2027", Math.min(1000, length))))
            .toList();
    List<ItemStanding> items =
        Stream.of(PackageItem.values())
            .map(
                item ->
                    item == PackageItem.COMPLETION_BOND
                        ? new ItemStanding(item, ItemState.IN_PROGRESS, true, "with Ada Line", "")
                        : new ItemStanding(
                            item,
                            ItemState.IN_HAND,
                            true,
                            words("Binder", Math.min(500, length)),
                            null))
            .toList();
    return new PackageSummary(
        "NOVA-GL-1",
        "NOVA",
        title,
        "feature film",
        "greenlit on 24 Nov 2026 by Eva Stone",
        "Pia One, producer",
        LocalDate.of(2026, 11, 24),
        words("Größe zählt, für 5 € die Stunde.", Math.min(500, length)),
        words("Ein Film.", length),
        new Figures(
            money("34852483"),
            money("2500000"),
            money("32352483"),
            money("32352482.99"),
            money("2100000"),
            money("0.01"),
            money("0"),
            money("8400000"),
            money("5450000")),
        paying,
        IntStream.rangeClosed(1, attached)
            .mapToObj(i -> words("Composer Jörg Ñandú (attached)", Math.min(220, length)))
            .toList(),
        items,
        List.of("Completion bond: in progress with Ada Line, not in hand. It is asked for."));
  }

  /** At least what it begins with. */
  private static String words(String beginning, int length) {
    StringBuilder text = new StringBuilder(beginning);
    while (text.length() < length) {
      text.append(" nights and storms");
    }
    return text.length() == beginning.length() ? beginning : text.substring(0, length);
  }

  private static Money money(String amount) {
    return Money.of(new BigDecimal(amount), EUR);
  }

  private static int pages(byte[] pdf) throws IOException {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return read.getNumberOfPages();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getNumberOfPages()).isEqualTo(1);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(read).replaceAll("[ \\r]+", " ");
    }
  }
}
