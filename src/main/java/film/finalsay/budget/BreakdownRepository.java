package film.finalsay.budget;

import film.finalsay.approval.Money;
import java.math.BigDecimal;
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
      jdbc.sql(
              """
              insert into budget_rate (film_id, version, currency, rate)
              values (:film, :version, :currency, :rate)
              """)
          .param("film", filmId)
          .param("version", version)
          .param("currency", rate.currency().getCurrencyCode())
          .param("rate", rate.rate())
          .update();
    }
    int position = 0;
    for (Fringe fringe : breakdown.fringes()) {
      jdbc.sql(
              """
              insert into budget_fringe (film_id, version, name, position, percentage, cutoff_minor)
              values (:film, :version, :name, :position, :percentage, :cutoff)
              """)
          .param("film", filmId)
          .param("version", version)
          .param("name", fringe.name())
          .param("position", position++)
          .param("percentage", fringe.percent())
          .param("cutoff", fringe.cutoff() == null ? null : fringe.cutoff().minor())
          .update();
    }
    insert(filmId, version, breakdown.details());
  }

  private void insert(String filmId, int version, List<Detail> details) {
    Map<String, Integer> positions = new HashMap<>();
    for (Detail detail : details) {
      jdbc.sql(
              """
              insert into budget_detail (film_id, version, account, position, detail, description,
                                         quantity, unit, rate, currency, amount_minor, fringes)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              filmId,
              version,
              detail.account(),
              positions.merge(detail.account(), 1, Integer::sum),
              detail.number(),
              detail.description(),
              detail.quantity(),
              detail.unit(),
              detail.rate(),
              detail.amount().currency().getCurrencyCode(),
              detail.amount().minor(),
              String.join("+", detail.fringes()))
          .update();
    }
  }

  Breakdown find(Budget budget) {
    List<Detail> details =
        jdbc.sql(
                """
                select d.* from budget_detail d
                join budget_account a
                  on a.film_id = d.film_id and a.version = d.version and a.account = d.account
                where d.film_id = :film and d.version = :version
                order by a.position, d.position
                """)
            .param("film", budget.filmId())
            .param("version", budget.number())
            .query((row, n) -> detail(row))
            .list();
    return new Breakdown(rates(budget), fringes(budget), details);
  }

  List<Detail> details(Budget budget, String account) {
    return jdbc.sql(
            """
            select * from budget_detail
            where film_id = :film and version = :version and account = :account order by position
            """)
        .param("film", budget.filmId())
        .param("version", budget.number())
        .param("account", account)
        .query((row, n) -> detail(row))
        .list();
  }

  List<ExchangeRate> rates(Budget budget) {
    return jdbc.sql("select * from budget_rate where film_id = :film and version = :version")
        .param("film", budget.filmId())
        .param("version", budget.number())
        .query((row, n) -> new ExchangeRate(currency(row), row.getBigDecimal("rate")))
        .list();
  }

  List<Fringe> fringes(Budget budget) {
    return jdbc.sql(
            """
            select * from budget_fringe where film_id = :film and version = :version
            order by position
            """)
        .param("film", budget.filmId())
        .param("version", budget.number())
        .query((row, n) -> fringe(row, budget.currency()))
        .list();
  }

  private static Fringe fringe(ResultSet row, Currency film) throws SQLException {
    long minor = row.getLong("cutoff_minor");
    Money cutoff = row.wasNull() ? null : new Money(minor, film);
    return new Fringe(row.getString("name"), row.getBigDecimal("percentage"), cutoff);
  }

  private static Detail detail(ResultSet row) throws SQLException {
    String fringes = row.getString("fringes");
    return new Detail(
        row.getString("account"),
        row.getString("detail"),
        row.getString("description"),
        plain(row.getBigDecimal("quantity")),
        row.getString("unit"),
        plain(row.getBigDecimal("rate")),
        new Money(row.getLong("amount_minor"), currency(row)),
        fringes.isEmpty() ? List.of() : List.of(fringes.split("\\+")));
  }

  /** As it was read, whatever zeros the database has put behind it. */
  private static BigDecimal plain(BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static Currency currency(ResultSet row) throws SQLException {
    return Currency.getInstance(row.getString("currency").trim());
  }
}
