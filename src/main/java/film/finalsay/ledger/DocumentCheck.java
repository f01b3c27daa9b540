package film.finalsay.ledger;

import film.finalsay.approval.Fingerprint;
import film.finalsay.ledger.Finding.Kind;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Recomputes the fingerprint under which the content of each document is kept, one at a time. */
final class DocumentCheck {

  private final JdbcTemplate jdbc;

  /** The one film whose documents to look at; null for all. */
  private final String only;

  DocumentCheck(JdbcTemplate jdbc, String only) {
    this.jdbc = jdbc;
    this.only = only;
  }

  private record Given(String film, String sha256) {}

  Optional<Finding> run() {
    Given last = new Given("", "");
    List<Given> page;
    do {
      page = next(last);
      for (Given document : page) {
        Optional<Finding> found = check(document);
        if (found.isPresent()) {
          return found;
        }
        last = document;
      }
    } while (page.size() == LedgerRows.SOME);
    return Optional.empty();
  }

  private List<Given> next(Given after) {
    return jdbc.query(
        """
        select film_id, sha256 from film_document
        where (cast(? as varchar) is null or film_id = ?) and (film_id, sha256) > (?, ?)
        order by film_id, sha256 fetch first %d rows only
        """
            .formatted(LedgerRows.SOME),
        (row, n) -> new Given(row.getString(1), row.getString(2)),
        only,
        only,
        after.film(),
        after.sha256());
  }

  private Optional<Finding> check(Given document) {
    List<String> content =
        jdbc.query(
            "select content from document where sha256 = ?",
            (row, n) -> Fingerprint.of(row.getBytes(1)),
            document.sha256());
    if (content.isEmpty()) {
      return found(document, Kind.ROW_GONE, "is in the ledger, not in the table.");
    }
    return content.get(0).equals(document.sha256())
        ? Optional.empty()
        : found(document, Kind.ROW_DIFFERS, "its content gives " + content.get(0) + ".");
  }

  private static Optional<Finding> found(Given document, Kind kind, String what) {
    return Optional.of(
        new Finding(
            document.film(), 0, kind, "document [\"%s\"]: %s".formatted(document.sha256(), what)));
  }
}
