package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GreenlightRepository {

  private final JdbcClient jdbc;

  GreenlightRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void save(String approvalKey, GreenlightPackage submitted) {
    int updated =
        statement(
            """
            update greenlight_package set logline = :logline, vision = :vision,
                   budget_version = :budget, script_draft = :script, schedule_start = :start,
                   schedule_end = :end, secured_funds_minor = :funds
            where approval_key = :key
            """,
            approvalKey,
            submitted);
    if (updated == 0) {
      statement(
          """
          insert into greenlight_package (approval_key, logline, vision, budget_version, script_draft,
                                          schedule_start, schedule_end, secured_funds_minor)
          values (:key, :logline, :vision, :budget, :script, :start, :end, :funds)
          """,
          approvalKey,
          submitted);
    }
  }

  Optional<GreenlightPackage> find(String approvalKey, Currency currency) {
    return jdbc.sql("select * from greenlight_package where approval_key = :key")
        .param("key", approvalKey)
        .query((row, n) -> read(row, currency))
        .optional();
  }

  /** What a greenlight that was given says of the funds. */
  record Given(Money securedFunds, Instant approvedAt) {}

  Optional<Given> findLastApproved(Film film) {
    return jdbc.sql(
            """
            select g.secured_funds_minor, a.settled_at
            from greenlight_package g join approval a on a.approval_key = g.approval_key
            where a.film_id = :film and a.state = 'APPROVED' and g.secured_funds_minor is not null
            order by a.settled_at desc limit 1
            """)
        .param("film", film.id())
        .query(
            (row, n) ->
                new Given(
                    new Money(row.getLong("secured_funds_minor"), film.currency()),
                    SqlTime.instant(row, "settled_at")))
        .optional();
  }

  private int statement(String sql, String approvalKey, GreenlightPackage submitted) {
    return jdbc.sql(sql)
        .param("key", approvalKey)
        .param("logline", submitted.logline())
        .param("vision", submitted.vision())
        .param("budget", submitted.budgetVersion())
        .param("script", submitted.scriptDraft())
        .param("start", submitted.scheduleStart())
        .param("end", submitted.scheduleEnd())
        .param("funds", submitted.securedFunds() == null ? null : submitted.securedFunds().minor())
        .update();
  }

  private static GreenlightPackage read(ResultSet row, Currency currency) throws SQLException {
    int version = row.getInt("budget_version");
    Integer budgetVersion = row.wasNull() ? null : version;
    long minor = row.getLong("secured_funds_minor");
    Money securedFunds = row.wasNull() ? null : new Money(minor, currency);
    return new GreenlightPackage(
        row.getString("logline"),
        row.getString("vision"),
        budgetVersion,
        row.getString("script_draft"),
        row.getObject("schedule_start", LocalDate.class),
        row.getObject("schedule_end", LocalDate.class),
        securedFunds);
  }
}
