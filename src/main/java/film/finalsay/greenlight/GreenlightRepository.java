package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
                   schedule_end = :end, finance_plan = :plan, sales_estimates = :estimates,
                   key_attachments = :attachments, secured_funds_minor = null
            where approval_key = :key
            """,
            approvalKey,
            submitted);
    if (updated == 0) {
      statement(
          """
          insert into greenlight_package (approval_key, logline, vision, budget_version, script_draft,
                                          schedule_start, schedule_end, finance_plan,
                                          sales_estimates, key_attachments)
          values (:key, :logline, :vision, :budget, :script, :start, :end, :plan, :estimates,
                  :attachments)
          """,
          approvalKey,
          submitted);
    }
  }

  /**
   * @param items those that were filed with it
   */
  Optional<GreenlightPackage> find(String approvalKey, List<KeptItem> items) {
    return jdbc.sql("select * from greenlight_package where approval_key = :key")
        .param("key", approvalKey)
        .query((row, n) -> read(row, items))
        .optional();
  }

  /**
   * What a greenlight that was given says of the funds.
   *
   * @param financePlan the version it was given on; null if it was filed with a figure instead
   * @param securedFunds that figure; null if it was filed with a finance plan
   */
  record Given(Integer financePlan, Money securedFunds, Instant approvedAt) {}

  Optional<Given> findLastApproved(Film film) {
    return jdbc.sql(
            """
            select g.finance_plan, g.secured_funds_minor, a.settled_at
            from greenlight_package g join approval a on a.approval_key = g.approval_key
            where a.film_id = :film and a.state = 'APPROVED'
              and (g.finance_plan is not null or g.secured_funds_minor is not null)
            order by a.settled_at desc limit 1
            """)
        .param("film", film.id())
        .query(
            (row, n) -> {
              long minor = row.getLong("secured_funds_minor");
              Money figure = row.wasNull() ? null : new Money(minor, film.currency());
              return new Given(
                  ordinal(row, "finance_plan"), figure, SqlTime.instant(row, "settled_at"));
            })
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
        .param("plan", submitted.financePlan())
        .param("estimates", submitted.salesEstimates())
        .param("attachments", submitted.keyAttachments())
        .update();
  }

  private static GreenlightPackage read(ResultSet row, List<KeptItem> items) throws SQLException {
    return new GreenlightPackage(
        row.getString("logline"),
        row.getString("vision"),
        ordinal(row, "budget_version"),
        row.getString("script_draft"),
        row.getObject("schedule_start", LocalDate.class),
        row.getObject("schedule_end", LocalDate.class),
        ordinal(row, "finance_plan"),
        ordinal(row, "sales_estimates"),
        ordinal(row, "key_attachments"),
        items);
  }

  private static Integer ordinal(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }
}
