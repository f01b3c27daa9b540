package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.ledger.Finding;
import film.finalsay.ledger.LedgerCheck;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody changes past the product in what it goes by is found, and named. */
interface TablesAsTheLedgerHasThem {

  String DECIDE_CHANGE = "userTask_decideBudgetChange";

  int port();

  DataSource dataSource();

  @Test
  default void moneyADecisionAndTheTeamAreHeldAgainstTheLedger() {
    TestFilm film = GreenlitFilm.shooting(port());
    Case change =
        Case.started(
                film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "8000.00"))
            .answered("producer1", DECIDE_CHANGE, "APPROVE");
    LedgerCheck.Report untouched = verified(film);
    assertThat(untouched.findings()).isEmpty();
    assertThat(untouched.rows()).isGreaterThan(50);
    assertThat(untouched.olderRows()).isZero();

    JdbcTemplate past = new JdbcTemplate(dataSource());
    past.update(
        "update budget_posting set amount_minor = amount_minor * 2 where approval_key = ?",
        change.key());
    past.update(
        "update decision set person = 'exec1' where approval_key = ? and person = 'producer1'",
        change.key());
    past.update(
        """
        insert into team_member (film_id, person, role, from_day)
        values (?, 'member5', 'executive-producer', date '2026-01-01')
        """,
        film.id());
    List<String> found = verified(film).findings().stream().map(Finding::toString).toList();

    assertThat(found)
        .as("each by what the entries tell, and by the row that they keep")
        .hasSize(6)
        .anySatisfy(
            posting ->
                assertThat(posting)
                    .startsWith(film.id() + ": budget_posting [\"" + film.id() + "\"")
                    .contains("amount_minor is \"", "in the table", "in the ledger (entry "))
        .anySatisfy(
            decision ->
                assertThat(decision)
                    .contains(
                        ": decision [",
                        "person is \"exec1\" in the table, \"producer1\" in the ledger (entry "))
        .anySatisfy(
            member ->
                assertThat(member)
                    .contains(
                        ": team_member [", "\"member5\"", "is in the table, not in the ledger."));

    past.update(
        "update budget_posting set amount_minor = amount_minor / 2 where approval_key = ?",
        change.key());
    past.update(
        "update decision set person = 'producer1' where approval_key = ? and person = 'exec1'",
        change.key());
    past.update("delete from team_member where film_id = ? and person = 'member5'", film.id());
    assertThat(verified(film).findings()).isEmpty();
  }

  @Test
  default void whatWasReadIsHeldAgainstTheLedger() {
    TestFilm film = TestFilm.create(port());
    Case change =
        Case.started(
                film, "line1", "budget-change", Requests.transfer(film, "3500", "3600", "8000.00"))
            .opened("producer2", DECIDE_CHANGE)
            .opened("producer1", DECIDE_CHANGE)
            .answered("producer1", DECIDE_CHANGE, "APPROVE");
    assertThat(verified(film).findings()).isEmpty();

    JdbcTemplate past = new JdbcTemplate(dataSource());
    past.update(
        """
        update shown_form set texts = replace(texts, '200,000.00', '900,000.00')
        where person = 'producer1'
          and task_id in (select task_id from question where approval_key = ?)
        """,
        change.key());

    assertThat(verified(film).findings())
        .singleElement()
        .asString()
        .contains("shown_form of " + change.key(), "producer1 read ", " at " + DECIDE_CHANGE);
  }

  private LedgerCheck.Report verified(TestFilm film) {
    return new LedgerCheck(dataSource()).run(Optional.of(film.id()));
  }
}
