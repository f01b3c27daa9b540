package film.finalsay.cost;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CostReportRepository {

  private static final String SELECT =
      """
      select r.*, t.actual_minor, t.commitments_minor, t.etc_minor
      from cost_report r
      join (select number, sum(actual_minor) as actual_minor,
                   sum(commitments_minor) as commitments_minor, sum(etc_minor) as etc_minor
            from cost_line where film_id = :film group by number) t on t.number = r.number
      where r.film_id = :film
      """;

  private static final String HISTORY =
      """
      select h.number as report, h.reason, h.efc as efc_minor, h.efc - h.efc_before as change_minor,
             r.week_ending, r.imported_by
      from (select l.number, l.reason,
                   l.actual_minor + l.commitments_minor + l.etc_minor as efc,
                   lag(l.actual_minor + l.commitments_minor + l.etc_minor)
                     over (order by l.number) as efc_before
            from cost_line l where l.film_id = :film and l.account = :account) h
      join cost_report r on r.film_id = :film and r.number = h.number
      """;

  record LastReport(int report, LocalDate weekEnding, Money efc) {}

  private final JdbcClient jdbc;

  CostReportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(CostReport report, List<AccountCost> accounts) {
    Sql.insert(jdbc, "cost_report")
        .set("film_id", report.filmId())
        .set("number", report.number())
        .set("week_ending", report.weekEnding())
        .set("reason", report.reason())
        .set("file_sha256", report.fileSha256())
        .set("budget_version", report.budgetVersion())
        .set("budget_locked", report.budgetLocked())
        .set("imported_by", report.importedBy())
        .set("imported_at", report.importedAt())
        .run();
    int position = 0;
    for (AccountCost account : accounts) {
      CostFigures figures = account.figures();
      Sql.insert(jdbc, "cost_line")
          .set("film_id", report.filmId())
          .set("number", report.number())
          .set("account", account.account())
          .set("position", position++)
          .set("description", account.description())
          .set("section", account.section())
          .set("budgeted_minor", figures.budget())
          .set("changes_minor", figures.approvedChanges())
          .set("overage_minor", figures.approvedOverages())
          .set("actual_minor", figures.actual())
          .set("commitments_minor", figures.commitments())
          .set("etc_minor", figures.etc())
          .set("reason", account.reason())
          .run();
    }
  }

  Optional<CostReport> findLast(Film film) {
    return page(film, 1, 0).stream().findFirst();
  }

  /** The estimated final cost by the last report, of several films. */
  Map<String, LastReport> last(Collection<String> filmIds) {
    return Sql.byFilm(
        jdbc.sql(
            """
            select r.film_id, f.currency, r.number as report, r.week_ending,
                   sum(l.actual_minor + l.commitments_minor + l.etc_minor) as efc_minor
            from cost_report r
            join film f on f.id = r.film_id
            join cost_line l on l.film_id = r.film_id and l.number = r.number
            where r.film_id in (:films)
              and r.number = (select max(x.number) from cost_report x where x.film_id = r.film_id)
            group by r.film_id, f.currency, r.number, r.week_ending
            """),
        filmIds,
        LastReport.class);
  }

  Optional<CostReport> find(Film film, int number) {
    return jdbc.sql(SELECT + "and r.number = :number")
        .param("film", film.id())
        .param("number", number)
        .query(Sql.rows(CostReport.class, film.currency()))
        .optional();
  }

  /** The newest first. */
  List<CostReport> page(Film film, int limit, long offset) {
    return jdbc.sql(SELECT + "order by r.number desc limit :limit offset :offset")
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(CostReport.class, film.currency()))
        .list();
  }

  /** The accounts of a report in the order of the chart, with the budget as it stood then. */
  List<AccountCost> accounts(Film film, int number) {
    return jdbc.sql(
            """
            select l.*, true as on_report, l.budgeted_minor as budget_minor,
                   l.changes_minor as approved_changes_minor,
                   l.overage_minor as approved_overages_minor, 0 as approved_commitments_minor
            from cost_line l where film_id = :film and number = :number order by position
            """)
        .param("film", film.id())
        .param("number", number)
        .query(Sql.rows(AccountCost.class, film.currency()))
        .list();
  }

  /** The newest first. */
  List<EfcChange> history(Film film, String account, int limit, long offset) {
    return jdbc.sql(HISTORY + "order by h.number desc limit :limit offset :offset")
        .param("film", film.id())
        .param("account", account)
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(EfcChange.class, film.currency()))
        .list();
  }

  /** How an account's estimated final cost changed on a report that has it. */
  EfcChange change(Film film, String account, int report) {
    return jdbc.sql(HISTORY + "where h.number = :report")
        .param("film", film.id())
        .param("account", account)
        .param("report", report)
        .query(Sql.rows(EfcChange.class, film.currency()))
        .single();
  }
}
