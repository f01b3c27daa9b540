package film.finalsay.script;

import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClearanceRepository {

  private static final String OF_DOCUMENT =
      """
      select f.* from clearance_finding f
      join clearance_report r on r.film_id = f.film_id and r.number = f.report
      where r.film_id = :film and r.script_sha256 = :script
      """;

  private final JdbcClient jdbc;

  ClearanceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int nextNumber(String filmId) {
    return jdbc.sql(
            "select coalesce(max(number), 0) + 1 from clearance_report where film_id = :film")
        .param("film", filmId)
        .query(Integer.class)
        .single();
  }

  boolean isReported(String filmId, String scriptSha256) {
    return jdbc.sql(
            """
            select exists (
              select 1 from clearance_report where film_id = :film and script_sha256 = :script)
            """)
        .param("film", filmId)
        .param("script", scriptSha256)
        .query(Boolean.class)
        .single();
  }

  boolean isOnFile(String filmId, String scriptSha256, String reportSha256) {
    return jdbc.sql(
            """
            select exists (
              select 1 from clearance_report
              where film_id = :film and script_sha256 = :script and report_sha256 = :report)
            """)
        .param("film", filmId)
        .param("script", scriptSha256)
        .param("report", reportSha256)
        .query(Boolean.class)
        .single();
  }

  ClearanceCount count(String filmId, String scriptSha256) {
    return jdbc.sql(
            """
            select count(distinct r.number) as reports,
                   count(f.number) as findings,
                   count(case when f.state = 'OPEN' then 1 end) as open_findings
            from clearance_report r
            left join clearance_finding f on f.film_id = r.film_id and f.report = r.number
            where r.film_id = :film and r.script_sha256 = :script
            """)
        .param("film", filmId)
        .param("script", scriptSha256)
        .query(
            (row, n) ->
                new ClearanceCount(
                    row.getInt("reports"), row.getInt("findings"), row.getInt("open_findings")))
        .single();
  }

  /** In the order in which they came. */
  List<ClearanceReport> reports(String filmId, String scriptSha256, int limit, long offset) {
    return jdbc.sql(
            """
            select r.*,
                   (select count(*) from clearance_finding f
                    where f.film_id = r.film_id and f.report = r.number) as findings,
                   (select count(*) from clearance_finding f
                    where f.film_id = r.film_id and f.report = r.number
                      and f.state = 'OPEN') as open_findings
            from clearance_report r
            where r.film_id = :film and r.script_sha256 = :script order by r.number
            limit :limit offset :offset
            """)
        .param("film", filmId)
        .param("script", scriptSha256)
        .param("limit", limit)
        .param("offset", offset)
        .query(
            (row, n) ->
                new ClearanceReport(
                    row.getInt("number"),
                    row.getString("script_sha256"),
                    row.getString("report_sha256"),
                    row.getString("reported_by"),
                    SqlTime.instant(row, "reported_at"),
                    row.getInt("findings"),
                    row.getInt("open_findings")))
        .list();
  }

  void insert(String filmId, ClearanceReport report) {
    jdbc.sql(
            """
            insert into clearance_report
              (film_id, number, script_sha256, report_sha256, reported_by, reported_at)
            values (:film, :number, :script, :report, :by, :at)
            """)
        .param("film", filmId)
        .param("number", report.number())
        .param("script", report.scriptSha256())
        .param("report", report.reportSha256())
        .param("by", report.reportedBy())
        .param("at", SqlTime.of(report.reportedAt()))
        .update();
  }

  void insert(String filmId, Finding finding) {
    jdbc.sql(
            """
            insert into clearance_finding
              (film_id, report, number, subject, scene, severity, state)
            values (:film, :report, :number, :subject, :scene, :severity, :state)
            """)
        .param("film", filmId)
        .param("report", finding.report())
        .param("number", finding.number())
        .param("subject", finding.subject())
        .param("scene", finding.scene(), Types.VARCHAR)
        .param("severity", finding.severity().name())
        .param("state", finding.state().name())
        .update();
  }

  void settle(String filmId, Finding finding, String person, Instant when) {
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
        .param("by", person)
        .param("at", SqlTime.of(when))
        .update();
  }

  Optional<Finding> find(String filmId, String scriptSha256, int report, int number) {
    return jdbc.sql(OF_DOCUMENT + "and f.report = :report and f.number = :number")
        .param("film", filmId)
        .param("script", scriptSha256)
        .param("report", report)
        .param("number", number)
        .query(ClearanceRepository::finding)
        .optional();
  }

  /** Those of all reports on a document, in the order of the reports. */
  List<Finding> findings(String filmId, String scriptSha256, int limit, long offset) {
    return jdbc.sql(OF_DOCUMENT + "order by f.report, f.number limit :limit offset :offset")
        .param("film", filmId)
        .param("script", scriptSha256)
        .param("limit", limit)
        .param("offset", offset)
        .query(ClearanceRepository::finding)
        .list();
  }

  /** The first that are open, in the order of the reports. */
  List<Finding> open(String filmId, String scriptSha256, int limit) {
    return jdbc.sql(OF_DOCUMENT + "and f.state = 'OPEN' order by f.report, f.number limit :limit")
        .param("film", filmId)
        .param("script", scriptSha256)
        .param("limit", limit)
        .query(ClearanceRepository::finding)
        .list();
  }

  private static Finding finding(ResultSet row, int number) throws SQLException {
    return new Finding(
        row.getInt("report"),
        row.getInt("number"),
        row.getString("subject"),
        row.getString("scene"),
        Finding.Severity.valueOf(row.getString("severity")),
        Finding.State.valueOf(row.getString("state")),
        row.getString("settled_by"),
        SqlTime.instant(row, "settled_at"),
        row.getString("how"));
  }
}
