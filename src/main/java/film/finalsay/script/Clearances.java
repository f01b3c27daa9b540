package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.sql.Sql.insert;
import static film.finalsay.sql.Sql.rows;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far a draft's document is cleared, and what of that keeps it from being locked. */
@Repository
@Transactional(readOnly = true)
public class Clearances {

  private static final int MOST_NAMED = 10;
  private static final String OF_DOCUMENT =
      """
      select f.* from clearance_finding f
      join clearance_report r on r.film_id = f.film_id and r.number = f.report
      where r.film_id = :film and r.script_sha256 = :script
      """;

  private final JdbcClient jdbc;

  Clearances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The clearance reports on one document, counted.
   *
   * @param findings in all of them
   * @param open how many of the findings are open
   */
  record Count(int reports, int findings, int open) {}

  private StatementSpec about(ScriptDraft draft, String sql) {
    return jdbc.sql(sql).param("film", draft.filmId()).param("script", draft.document().sha256());
  }

  /** In the order in which they came. */
  public List<ClearanceReport> reports(ScriptDraft draft, int limit, long offset) {
    return about(
            draft,
            """
            select r.*,
                   (select count(*) from clearance_finding f
                    where f.film_id = r.film_id and f.report = r.number) as findings,
                   (select count(*) from clearance_finding f
                    where f.film_id = r.film_id and f.report = r.number
                      and f.state = 'OPEN') as open
            from clearance_report r
            where r.film_id = :film and r.script_sha256 = :script order by r.number
            limit :limit offset :offset
            """)
        .param("limit", limit)
        .param("offset", offset)
        .query(rows(ClearanceReport.class))
        .list();
  }

  /** Those of all reports on a draft's document, in the order of the reports. */
  public List<Finding> findings(ScriptDraft draft, int limit, long offset) {
    return about(draft, OF_DOCUMENT + "order by f.report, f.number limit :limit offset :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query(rows(Finding.class))
        .list();
  }

  Optional<Finding> find(ScriptDraft draft, int report, int number) {
    return about(draft, OF_DOCUMENT + "and f.report = :report and f.number = :number")
        .param("report", report)
        .param("number", number)
        .query(rows(Finding.class))
        .optional();
  }

  Count count(ScriptDraft draft) {
    return about(
            draft,
            """
            select count(distinct r.number) as reports,
                   count(f.number) as findings,
                   count(case when f.state = 'OPEN' then 1 end) as open
            from clearance_report r
            left join clearance_finding f on f.film_id = r.film_id and f.report = r.number
            where r.film_id = :film and r.script_sha256 = :script
            """)
        .query(rows(Count.class))
        .single();
  }

  /**
   * @throws BusinessRuleException (conflict) naming what is open, or that there is no report on
   *     this document
   */
  void requireCleared(ScriptDraft draft) {
    Count count = count(draft);
    if (count.reports() == 0) {
      throw conflict(
          "There is no clearance report on %s as it is (SHA-256 %s).",
          draft.label(), draft.document().sha256());
    }
    if (count.open() > 0) {
      String named =
          about(
                  draft,
                  OF_DOCUMENT + "and f.state = 'OPEN' order by f.report, f.number limit :limit")
              .param("limit", MOST_NAMED)
              .query(rows(Finding.class))
              .list()
              .stream()
              .map(Finding::inWords)
              .collect(Collectors.joining("; "));
      int more = count.open() - MOST_NAMED;
      throw conflict(
          "Clearance findings on %s are open: %s%s.",
          draft.label(), named, more > 0 ? " and %d more".formatted(more) : "");
    }
  }

  int nextNumber(String filmId) {
    return Sql.last(jdbc, "clearance_report", "number", filmId) + 1;
  }

  boolean isOnFile(ScriptDraft draft, String reportSha256) {
    return about(
            draft,
            """
            select exists (
              select 1 from clearance_report
              where film_id = :film and script_sha256 = :script and report_sha256 = :report)
            """)
        .param("report", reportSha256)
        .query(Boolean.class)
        .single();
  }

  void insertReport(String filmId, ClearanceReport report, List<Finding> findings) {
    insert(jdbc, "clearance_report")
        .set("film_id", filmId)
        .set("number", report.number())
        .set("script_sha256", report.scriptSha256())
        .set("report_sha256", report.reportSha256())
        .set("reported_by", report.reportedBy())
        .set("reported_at", report.reportedAt())
        .run();
    for (Finding finding : findings) {
      insert(jdbc, "clearance_finding").set("film_id", filmId).set(finding).run();
    }
  }

  void settle(String filmId, Finding finding) {
    jdbc.sql(
            """
            update clearance_finding set state = :state, how = :how, settled_by = :by,
                   settled_at = :at
            where film_id = :film and report = :report and number = :number
            """)
        .param("film", filmId)
        .param("report", finding.report())
        .param("number", finding.number())
        .param("state", finding.state().name())
        .param("how", finding.how())
        .param("by", finding.settledBy())
        .param("at", SqlTime.of(finding.settledAt()))
        .update();
  }
}
