package film.finalsay.finance;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Rows;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance.SourceKind;
import film.finalsay.film.FilmFinance.SourceState;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.FilmFinance.TerritorySummary;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the sources of a plan, and the territories of sales estimates, as somebody sent them. */
@Component
class SentPlan {

  private static final int MAX_SOURCES = 100;
  private static final int MAX_TERRITORIES = 300;
  private static final int MAX_NAME = 200;
  private static final int MAX_TERMS = 1000;
  private static final int SHA_256 = 64;

  private final Documents documents;

  SentPlan(Documents documents) {
    this.documents = documents;
  }

  List<SourceSummary> sources(Inputs sent, Film film) {
    List<SourceSummary> sources = Rows.read(sent, "sources", MAX_SOURCES, row -> source(row, film));
    requireSome("sources", sources);
    requireEachOnce("sources", "name", sources.stream().map(SourceSummary::name).toList());
    return sources;
  }

  List<TerritorySummary> territories(Inputs sent, Film film) {
    List<TerritorySummary> territories =
        Rows.read(sent, "territories", MAX_TERRITORIES, row -> territory(row, film));
    requireSome("territories", territories);
    requireEachOnce(
        "territories", "territory", territories.stream().map(TerritorySummary::territory).toList());
    return territories;
  }

  /**
   * @return null if none is named
   */
  String document(Inputs row, Film film) {
    return row.optionalText("document", SHA_256)
        .map(sha256 -> documents.named(film, "document", sha256).sha256())
        .orElse(null);
  }

  /**
   * @return null if none is named
   * @throws BusinessRuleException (invalid) if it is no day from 1900 to 2199
   */
  static LocalDate day(String field, Inputs row) {
    LocalDate day = row.optionalDate(field).orElse(null);
    if (day != null && (day.getYear() < 1900 || day.getYear() > 2199)) {
      throw invalid(field, "has to be a day from 1900-01-01 to 2199-12-31.");
    }
    return day;
  }

  private SourceSummary source(Inputs row, Film film) {
    return new SourceSummary(
        row.text("name", MAX_NAME),
        row.oneOf("kind", SourceKind.class),
        row.money("amount", film.currency()),
        row.oneOf("state", SourceState.class),
        row.optionalLines("terms", MAX_TERMS).orElse(""),
        day("expires", row),
        document(row, film));
  }

  private static TerritorySummary territory(Inputs row, Film film) {
    Money ask = row.money("ask", film.currency());
    Money take = row.money("take", film.currency());
    if (take.compareTo(ask) > 0) {
      throw invalid("take", "has to be at most the ask, %s.", ask.inWords());
    }
    return new TerritorySummary(row.text("territory", 100), ask, take);
  }

  private static void requireSome(String field, List<?> rows) {
    if (rows.isEmpty()) {
      throw invalid(field, "is missing; at least one row is needed.");
    }
  }

  private static void requireEachOnce(String field, String column, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i).toLowerCase(Locale.ROOT))) {
        throw invalid(
            "%s[%d].%s".formatted(field, i, column),
            "\"%s\" is there twice; each is named once.",
            names.get(i));
      }
    }
  }
}
