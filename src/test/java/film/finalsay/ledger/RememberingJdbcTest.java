package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** When a transaction asks the database again, while somebody else changes it. */
class RememberingJdbcTest {

  private JdbcClient jdbc;
  private JdbcTemplate somebodyElse;
  private JdbcTransactionManager transactions;

  @BeforeEach
  void aFilm() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:remembered%d;DB_CLOSE_DELAY=-1".formatted(System.nanoTime()));
    jdbc = new RememberingJdbc(JdbcClient.create(database));
    // a connection of their own: a transaction binds one to the data source
    JdbcDataSource theirs = new JdbcDataSource();
    theirs.setURL(database.getURL());
    somebodyElse = new JdbcTemplate(theirs);
    transactions = new JdbcTransactionManager(database);
    somebodyElse.execute("create table film (id varchar(9), days int, cap int)");
    somebodyElse.execute("create table team (person varchar(9))");
    somebodyElse.update("insert into film values ('NOVA', 20, null)");
  }

  @Test
  void whatWasReadIsNotReadAgainByTheSameTransaction() {
    inTransaction(
        () -> {
          assertThat(days()).isEqualTo(20);
          shoot(21);
          assertThat(days()).isEqualTo(20);
        });
    inTransaction(() -> assertThat(days()).isEqualTo(21));
  }

  @Test
  void withoutATransactionEverythingIsReadAnew() {
    assertThat(days()).isEqualTo(20);
    shoot(21);
    assertThat(days()).isEqualTo(21);
  }

  @Test
  void rowsAreMappedAnewEachTimeAndNoValueIsLost() {
    inTransaction(
        () -> {
          assertThat(inWords("Film ")).isEqualTo("Film NOVA, no cap");
          assertThat(inWords("The film ")).isEqualTo("The film NOVA, no cap");
        });
  }

  @Test
  void aMapperThatAsksForMoreGetsIt() {
    inTransaction(
        () -> {
          String all = "select * from film";
          assertThat(jdbc.sql(all).query((row, n) -> row.getString("id")).single())
              .isEqualTo("NOVA");
          assertThat(jdbc.sql(all).query((row, n) -> row.getInt("days")).single()).isEqualTo(20);
        });
  }

  @Test
  void otherParametersAreAnotherQuestion() {
    inTransaction(
        () -> {
          assertThat(exists("NOVA")).isTrue();
          assertThat(exists("DUNE")).isFalse();
        });
  }

  @Test
  void aChangeOfItsTableIsSeenAndOneOfAnotherIsNone() {
    inTransaction(
        () -> {
          assertThat(days()).isEqualTo(20);
          shoot(21);
          jdbc.sql("insert into team (person) values ('exec1')").update();
          assertThat(days()).isEqualTo(20);
          jdbc.sql("update film set days = days + 1").update();
          assertThat(days()).isEqualTo(22);
        });
  }

  @Test
  void nothingReadBeforeALockIsUsedAfterIt() {
    inTransaction(
        () -> {
          assertThat(exists("DUNE")).isFalse();
          somebodyElse.update("insert into film values ('DUNE', 10, 1)");
          shoot(21);
          lock("NOVA");
          assertThat(exists("DUNE")).isTrue();
          assertThat(days()).isEqualTo(21);
          somebodyElse.update("delete from film where id = 'DUNE'");
          lock("NOVA");
          assertThat(exists("DUNE")).as("a lock that is held").isTrue();
        });
  }

  @Test
  void whatIsUndoneToASavepointIsForgotten() {
    inTransaction(
        () -> {
          assertThat(days()).isEqualTo(20);
          in(TransactionDefinition.PROPAGATION_NESTED)
              .executeWithoutResult(
                  nested -> {
                    jdbc.sql("update film set days = 30").update();
                    assertThat(days()).isEqualTo(30);
                    nested.setRollbackOnly();
                  });
          assertThat(days()).isEqualTo(20);
        });
  }

  @Test
  void anotherTransactionWithinRemembersNothingAndIsSeen() {
    inTransaction(
        () -> {
          assertThat(days()).isEqualTo(20);
          shoot(21);
          in(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
              .executeWithoutResult(
                  other -> {
                    assertThat(days()).isEqualTo(21);
                    jdbc.sql("update film set days = 22").update();
                  });
          assertThat(days()).isEqualTo(22);
        });
  }

  private void inTransaction(Runnable work) {
    in(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> work.run());
  }

  private TransactionTemplate in(int propagation) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    transaction.setPropagationBehavior(propagation);
    return transaction;
  }

  private void shoot(int days) {
    somebodyElse.update("update film set days = ? where id = 'NOVA'", days);
  }

  private int days() {
    return jdbc.sql("select days from film where id = 'NOVA'").query(Integer.class).single();
  }

  private boolean exists(String film) {
    return jdbc.sql("select id from film where id = :id")
        .param("id", film)
        .query((row, n) -> row.getString("id"))
        .optional()
        .isPresent();
  }

  private String inWords(String title) {
    return jdbc.sql("select id, cap from film")
        .query(
            (row, n) -> {
              int cap = row.getInt("cap");
              String inWords = row.wasNull() ? ", no cap" : ", " + cap;
              return title + row.getString("id") + inWords;
            })
        .single();
  }

  private void lock(String film) {
    jdbc.sql("select id from film where id = :id for update")
        .param("id", film)
        .query(String.class)
        .single();
  }
}
