package film.finalsay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.GeneratedKeyHolder;

class SqlTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private enum State {
    OPEN
  }

  private record Figures(Money paid, Money stillToPay) {}

  private record Row(
      String fileSha256,
      int number,
      Integer version,
      boolean locked,
      State state,
      LocalDate weekEnding,
      Instant savedAt,
      Figures figures) {}

  private final JdbcClient jdbc =
      JdbcClient.create(
          new EmbeddedDatabaseBuilder()
              .generateUniqueName(true)
              .setType(EmbeddedDatabaseType.H2)
              .build());

  SqlTest() {
    jdbc.sql(
            """
            create table kept (id bigint generated always as identity, film_id varchar(12),
              file_sha256 varchar(64), number int, version int, locked boolean, state varchar(9),
              week_ending date, saved_at timestamp with time zone, paid_minor bigint,
              still_to_pay_minor bigint, currency char(3) default 'EUR')
            """)
        .update();
  }

  @Test
  void readsTheRecordThatWasWritten() {
    Row row =
        new Row(
            "ab12",
            7,
            3,
            true,
            State.OPEN,
            LocalDate.of(2026, 2, 28),
            Instant.parse("2026-02-28T10:15:30Z"),
            new Figures(new Money(-150, EUR), new Money(9, EUR)));

    Sql.insert(jdbc, "kept").set("film_id", "NOVA").set(row).run();

    assertThat(jdbc.sql("select * from kept").query(Sql.rows(Row.class, EUR)).single())
        .isEqualTo(row);
    assertThat(jdbc.sql("select * from kept").query(Sql.rows(Row.class)).single()).isEqualTo(row);
    assertThat(Sql.last(jdbc, "kept", "number", "NOVA")).isEqualTo(7);
    assertThat(Sql.last(jdbc, "kept", "number", "TWIN")).isZero();
  }

  @Test
  void keepsWhatIsNotThere() {
    Row row = new Row(null, 0, null, false, null, null, null, new Figures(null, null));
    GeneratedKeyHolder key = new GeneratedKeyHolder();

    Sql.insert(jdbc, "kept").set(row).run(key, "id");

    assertThat(jdbc.sql("select * from kept").query(Sql.rows(Row.class, EUR)).single())
        .isEqualTo(row);
    assertThat(key.getKeyAs(Long.class)).isOne();
  }

  @Test
  void putsARowInPlaceOfTheOneThatIsThere() {
    for (String sha256 : new String[] {"ab12", "cd34"}) {
      Sql.insert(jdbc, "kept")
          .set("film_id", "NOVA")
          .set("number", 7)
          .set("file_sha256", sha256)
          .save("film_id", "number");
    }
    Sql.insert(jdbc, "kept")
        .set("film_id", "NOVA")
        .set("number", 8)
        .set("file_sha256", "ef56")
        .save("film_id", "number");

    assertThat(jdbc.sql("select file_sha256 from kept order by number").query(String.class).list())
        .containsExactly("cd34", "ef56");
  }
}
