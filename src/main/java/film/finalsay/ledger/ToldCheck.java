package film.finalsay.ledger;

import film.finalsay.ledger.AsTold.Of;
import film.finalsay.ledger.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares tables with what the entries tell in words, approval by approval and film by film, and
 * keeps the first difference of each table.
 */
final class ToldCheck {

  private static final String TEAM =
      "film_id = ? and happening in ('TEAM_JOINED', 'TEAM_LEFT') order by number";
  private static final String APPROVAL = "film_id = ? and approval_key = ? order by number";

  private final JdbcTemplate jdbc;

  /** The one film to look at; null for all. */
  private final String only;

  private final Map<Of, List<AsTold>> tables =
      ServiceLoader.load(AsTold.class).stream()
          .map(ServiceLoader.Provider::get)
          .collect(Collectors.groupingBy(AsTold::of));
  private final Set<String> found = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private long compared;

  ToldCheck(JdbcTemplate jdbc, Optional<String> only) {
    this.jdbc = jdbc;
    this.only = only.orElse(null);
  }

  /**
   * @param compared how many rows of the tables
   */
  record Result(List<Finding> findings, long compared) {}

  Result run() {
    for (String film : films()) {
      compare(Of.TEAM, film, film, entries(TEAM, film));
      String last = "";
      List<String> page;
      do {
        page = approvals(film, last);
        for (String approval : page) {
          compare(Of.APPROVAL, film, approval, entries(APPROVAL, film, approval));
          last = approval;
        }
      } while (page.size() == LedgerRows.SOME);
    }
    return new Result(findings, compared);
  }

  private void compare(Of of, String film, String key, List<Entry> entries) {
    for (AsTold table : tables.getOrDefault(of, List.of())) {
      AsTold.Said said = table.said(jdbc, key, entries);
      compared += said.table().size();
      said.firstDifference()
          .filter(difference -> found.add(table.table()))
          .ifPresent(
              difference ->
                  findings.add(
                      new Finding(
                          film,
                          0,
                          Kind.OTHER_THAN_TOLD,
                          "%s of %s: %s".formatted(table.table(), key, difference))));
    }
  }

  private List<String> films() {
    return jdbc.queryForList(
        "select id from film where cast(? as varchar) is null or id = ? order by id",
        String.class,
        only,
        only);
  }

  /** Those in the table and those that only the ledger knows. */
  private List<String> approvals(String film, String after) {
    return jdbc.queryForList(
        """
        select approval_key from approval where film_id = ? and approval_key > ?
        union
        select approval_key from ledger_entry
        where film_id = ? and approval_key > ? and happening = 'REQUESTED'
        order by 1 fetch first %d rows only
        """
            .formatted(LedgerRows.SOME),
        String.class,
        film,
        after,
        film,
        after);
  }

  private List<Entry> entries(String which, Object... parameters) {
    return jdbc
        .query(
            "select ledger_entry.*, cast(null as varchar(64)) as rows_sha256 from ledger_entry"
                + " where "
                + which,
            LedgerRepository.ENTRY,
            parameters)
        .stream()
        .map(StoredEntry::read)
        .toList();
  }
}
