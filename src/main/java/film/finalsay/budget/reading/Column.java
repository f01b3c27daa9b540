package film.finalsay.budget.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of a budget file, under the names that budgeting software gives them. */
enum Column {
  ACCOUNT("acct", "acct no", "acct #", "account no", "account #", "account number"),
  DESCRIPTION(
      "category",
      "title",
      "account title",
      "category title",
      "account description",
      "category description"),
  SECTION("type"),
  TOTAL("amount", "budget"),
  DETAIL("detail no", "detail #", "detail account", "detail account no", "detail acct"),
  QUANTITY("qty", "units"),
  UNIT,
  RATE,
  CURRENCY("curr"),
  FRINGES("fringe"),
  /** Where the software printed the account: it says nothing of the budget. */
  PAGE("page no", "page #");

  private final Set<String> synonyms;

  Column(String... synonyms) {
    this.synonyms = Set.of(synonyms);
  }

  /**
   * @param header as it was sent: in any case, with or without a dot or a colon behind it
   */
  static Optional<Column> named(String header) {
    String name =
        header
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[.:_\\s]+", " ")
            .replaceAll("\\s*#", " #")
            .strip();
    return Stream.of(values())
        .filter(column -> column.header().equals(name) || column.synonyms.contains(name))
        .findFirst();
  }

  /** As we write it ourselves: {@code account}. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }
}
