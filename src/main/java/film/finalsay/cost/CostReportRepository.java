package film.finalsay.cost;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CostReportRepository {

  private static final String SELECT =
      """
      select r.*, t.actual, t.commitments, t.etc
      from cost_report r
      join (select number, sum(actual_minor) as actual, sum(commitments_minor) as commitments,
                   sum(etc_minor) as etc
            from cost_line where film_id = :film group by number) t on t.number = r.number
      where r.film_id = :film
      """;

  private static final String HISTORY =
      """
      select h.*, r.week_ending, r.imported_by
      from (select l.number, l.reason,
                   l.actual_minor + l.commitments_minor + l.etc_minor as efc,
                   lag(l.actual_minor + l.commitments_minor + l.etc_minor)
                     over (order by l.number) as efc_before
            from cost_line l where l.film_id = :film and l.account = :account) h
      join cost_report r on r.film_id = :film and r.number = h.number
      """;

  private final JdbcClient jdbc;

  CostReportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(CostReport report, List<AccountCost> accounts) {
    jdbc.sql(
            """
            insert into cost_report (film_id, number, week_ending, reason, file_sha256, budget_version,
                                     budget_locked, imported_by, imported_at)
            values (:film, :number, :weekEnding, :reason, :sha256, :version, :locked, :by, :at)
            """)
        .param("film", report.filmId())
        .param("number", report.number())
        .param("weekEnding", report.weekEnding())
        .param("reason", report.reason())
        .param("sha256", report.fileSha256())
        .param("version", report.budgetVersion())
        .param("locked", report.budgetLocked())
        .param("by", report.importedBy())
        .param("at", SqlTime.of(report.importedAt()))
        .update();
    int position = 0;
    for (AccountCost account : accounts) {
      insert(report, account, position++);
    }
  }

  private void insert(CostReport report, AccountCost account, int position) {
    CostFigures figures = account.figures();
    jdbc.sql(
            """
            insert into cost_line (film_id, number, account, position, description, section,
                                   budgeted_minor, changes_minor, overage_minor, actual_minor,
                                   commitments_minor, etc_minor, reason)
            values (:film, :number, :account, :position, :description, :section, :budgeted, :changes,
                    :overage, :actual, :commitments, :etc, :reason)
            """)
        .param("film", report.filmId())
        .param("number", report.number())
        .param("account", account.account())
        .param("position", position)
        .param("description", account.description())
        .param("section", account.section())
        .param("budgeted", figures.budget().minor())
        .param("changes", figures.approvedChanges().minor())
        .param("overage", figures.approvedOverages().minor())
        .param("actual", figures.actual().minor())
        .param("commitments", figures.commitments().minor())
        .param("etc", figures.etc().minor())
        .param("reason", account.reason())
        .update();
  }

  Optional<CostReport> findLast(Film film) {
    return jdbc.sql(SELECT + "order by r.number desc limit 1")
        .param("film", film.id())
        .query((row, n) -> report(row, film.currency()))
        .optional();
  }

  Optional<CostReport> find(Film film, int number) {
    return jdbc.sql(SELECT + "and r.number = :number")
        .param("film", film.id())
        .param("number", number)
        .query((row, n) -> report(row, film.currency()))
        .optional();
  }

  /** The newest first. */
  List<CostReport> page(Film film, int limit, long offset) {
    return jdbc.sql(SELECT + "order by r.number desc limit :limit offset :offset")
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> report(row, film.currency()))
        .list();
  }

  /** The accounts of a report in the order of the chart, with the budget as it stood then. */
  List<AccountCost> accounts(Film film, int number) {
    return jdbc.sql(
            "select * from cost_line where film_id = :film and number = :number order by position")
        .param("film", film.id())
        .param("number", number)
        .query((row, n) -> account(row, film.currency()))
        .list();
  }

  /** The newest first. */
  List<EfcChange> history(Film film, String account, int limit, long offset) {
    return jdbc.sql(HISTORY + "order by h.number desc limit :limit offset :offset")
        .param("film", film.id())
        .param("account", account)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> change(row, film.currency()))
        .list();
  }

  /** How an account's estimated final cost changed on a report that has it. */
  EfcChange change(Film film, String account, int report) {
    return jdbc.sql(HISTORY + "where h.number = :report")
        .param("film", film.id())
        .param("account", account)
        .param("report", report)
        .query((row, n) -> change(row, film.currency()))
        .single();
  }

  private static CostReport report(ResultSet row, Currency currency) throws SQLException {
    return new CostReport(
        row.getString("film_id"),
        row.getInt("number"),
        row.getObject("week_ending", LocalDate.class),
        row.getString("reason"),
        row.getString("file_sha256"),
        row.getInt("budget_version"),
        row.getBoolean("budget_locked"),
        row.getString("imported_by"),
        SqlTime.instant(row, "imported_at"),
        new Money(row.getLong("actual"), currency),
        new Money(row.getLong("commitments"), currency),
        new Money(row.getLong("etc"), currency));
  }

  private static AccountCost account(ResultSet row, Currency currency) throws SQLException {
    return new AccountCost(
        row.getString("account"),
        row.getString("description"),
        row.getString("section"),
        true,
        new CostFigures(
            new Money(row.getLong("budgeted_minor"), currency),
            new Money(row.getLong("changes_minor"), currency),
            new Money(row.getLong("overage_minor"), currency),
            new Money(row.getLong("actual_minor"), currency),
            new Money(row.getLong("commitments_minor"), currency),
            new Money(row.getLong("etc_minor"), currency)),
        row.getString("reason"));
  }

  private static EfcChange change(ResultSet row, Currency currency) throws SQLException {
    long efc = row.getLong("efc");
    long before = row.getLong("efc_before");
    Money change = row.wasNull() ? null : new Money(efc - before, currency);
    return new EfcChange(
        row.getInt("number"),
        row.getObject("week_ending", LocalDate.class),
        new Money(efc, currency),
        change,
        row.getString("reason"),
        row.getString("imported_by"));
  }
}
