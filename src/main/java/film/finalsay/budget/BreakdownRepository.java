package film.finalsay.budget;

import film.finalsay.approval.Money;
import film.finalsay.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is under the accounts of the versions. */
@Repository
class BreakdownRepository {

  private final JdbcClient jdbc;

  BreakdownRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts it in the place of what the version had. */
  void save(String filmId, int version, Breakdown breakdown) {
    for (String table : List.of("budget_detail", "budget_fringe", "budget_rate")) {
      jdbc.sql("delete from %s where film_id = :film and version = :version".formatted(table))
          .param("film", filmId)
          .param("version", version)
          .update();
    }
    for (ExchangeRate rate : breakdown.rates()) {
      Sql.insert(jdbc, "budget_rate")
          .set("film_id", filmId)
          .set("version", version)
          .set(rate)
          .run();
    }
    int position = 0;
    for (Fringe fringe : breakdown.fringes()) {
      Sql.insert(jdbc, "budget_fringe")
          .set("film_id", filmId)
          .set("version", version)
          .set("name", fringe.name())
          .set("position", position++)
          .set("percentage", fringe.percent())
          .set("cutoff_minor", fringe.cutoff())
          .run();
    }
    Map<String, Integer> positions = new HashMap<>();
    for (Detail detail : breakdown.details()) {
      Sql.insert(jdbc, "budget_detail")
          .set("film_id", filmId)
          .set("version", version)
          .set("account", detail.account())
          .set("position", positions.merge(detail.account(), 1, Integer::sum))
          .set("detail", detail.number())
          .set("description", detail.description())
          .set("quantity", detail.quantity())
          .set("unit", detail.unit())
          .set("rate", detail.rate())
          .set("currency", detail.amount().currency())
          .set("amount_minor", detail.amount())
          .set("fringes", String.join("+", detail.fringes()))
          .run();
    }
  }

  Breakdown find(Budget budget) {
    List<Detail> details =
        of(
                budget,
                """
                select d.* from budget_detail d
                join budget_account a
                  on a.film_id = d.film_id and a.version = d.version and a.account = d.account
                where d.film_id = :film and d.version = :version
                order by a.position, d.position
                """)
            .query((row, n) -> detail(row))
            .list();
    return terms(budget).with(details);
  }

  /** The rates and the fringes of a version, and the lines under one account. */
  Breakdown find(Budget budget, String account) {
    List<Detail> details =
        of(
                budget,
                """
                select * from budget_detail
                where film_id = :film and version = :version and account = :account
                order by position
                """)
            .param("account", account)
            .query((row, n) -> detail(row))
            .list();
    return terms(budget).with(details);
  }

  /** The rates and the fringes of a version alone. */
  Breakdown terms(Budget budget) {
    List<ExchangeRate> rates =
        of(budget, "select * from budget_rate where film_id = :film and version = :version")
            .query(Sql.rows(ExchangeRate.class))
            .list();
    List<Fringe> fringes =
        of(
                budget,
                """
                select f.*, f.percentage as percent from budget_fringe f
                where film_id = :film and version = :version order by position
                """)
            .query(Sql.rows(Fringe.class, budget.currency()))
            .list();
    return new Breakdown(rates, fringes, List.of());
  }

  private JdbcClient.StatementSpec of(Budget budget, String sql) {
    return jdbc.sql(sql).param("film", budget.filmId()).param("version", budget.number());
  }

  private static Detail detail(ResultSet row) throws SQLException {
    String fringes = row.getString("fringes");
    return new Detail(
        row.getString("account"),
        row.getString("detail"),
        row.getString("description"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getBigDecimal("rate"),
        new Money(
            row.getLong("amount_minor"), Currency.getInstance(row.getString("currency").trim())),
        fringes.isEmpty() ? List.of() : List.of(fringes.split("\\+")));
  }
}
