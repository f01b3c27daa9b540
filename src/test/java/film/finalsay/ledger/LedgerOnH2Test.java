package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** On the demo's database. */
@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:ledger;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class LedgerOnH2Test extends LedgerOnADatabase {

  @Override
  void asAdministratorOfTheDatabase(Consumer<JdbcClient> tampering) {
    jdbc.sql("drop trigger ledger_is_append_only").update();
    jdbc.sql("set referential_integrity false").update();
    try {
      tampering.accept(jdbc);
    } finally {
      jdbc.sql("set referential_integrity true").update();
      jdbc.sql(
              """
              create trigger ledger_is_append_only before update, delete on ledger_entry
                call "film.finalsay.ledger.RefusesChange"
              """)
          .update();
    }
  }

  @Override
  public void pastTheProduct(Consumer<JdbcTemplate> tampering) {
    JdbcTemplate past = new JdbcTemplate(database);
    past.execute("set referential_integrity false");
    try {
      tampering.accept(past);
    } finally {
      past.execute("set referential_integrity true");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set person = 'exec1'",
        "update ledger_entry set person = 'exec1' where film_id = 'NONE'",
        "delete from ledger_entry",
        "delete from ledger_entry where film_id = 'NONE'",
        "merge into ledger_entry e using (select 1) on film_id = 'REFUSED'"
            + " when matched then update set person = 'exec1'"
      })
  void theTriggerRefuses(String change) {
    Anchor before = written();

    assertThatThrownBy(() -> jdbc.sql(change).update()).rootCause().hasMessageContaining("append");

    assertThat(ledger.anchor("REFUSED")).isEqualTo(before);
  }

  @Test
  void theForeignKeyRefusesToTruncate() {
    Anchor before = written();

    assertThatThrownBy(() -> jdbc.sql("truncate table ledger_entry").update())
        .rootCause()
        .hasMessageContaining("truncate");

    assertThat(ledger.anchor("REFUSED")).isEqualTo(before);
  }

  private Anchor written() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            transaction -> ledger.append("REFUSED", Event.of(Happening.FILM_CREATED)));
    return ledger.anchor("REFUSED");
  }
}
