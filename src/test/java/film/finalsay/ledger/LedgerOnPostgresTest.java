package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.support.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** On a production office's database, in the product's own role. */
@ActiveProfiles("postgres")
@ExtendWith(OutputCaptureExtension.class)
class LedgerOnPostgresTest extends LedgerOnADatabase {

  private static final Postgres.Database DATABASE = Postgres.database("ledger");

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.describe(properties);
  }

  @Override
  void asAdministratorOfTheDatabase(Consumer<JdbcClient> tampering) {
    asSuperuser(
        superuser -> {
          superuser.batchUpdate(
              "alter table ledger_entry disable trigger all",
              "alter table ledger_head disable trigger all");
          try {
            tampering.accept(JdbcClient.create(superuser));
          } finally {
            superuser.batchUpdate(
                "alter table ledger_head enable trigger all",
                "alter table ledger_entry enable trigger all",
                "alter table ledger_entry enable always trigger ledger_is_append_only");
          }
        });
  }

  @Override
  public void pastTheProduct(Consumer<JdbcTemplate> tampering) {
    asSuperuser(
        superuser -> {
          // foreign keys are triggers, which then no session has
          superuser.batchUpdate(onEachTable("alter table %s disable trigger all"));
          try {
            tampering.accept(superuser);
          } finally {
            superuser.batchUpdate(onEachTable("alter table %s enable trigger all"));
          }
        });
  }

  private String[] onEachTable(String sql) {
    return tables.all().stream().map(table -> sql.formatted(table.name())).toArray(String[]::new);
  }

  /** In one session: to open one takes longer than most of what is done in it. */
  private static void asSuperuser(Consumer<JdbcTemplate> work) {
    try (Connection session = DATABASE.superuser().getConnection()) {
      work.accept(new JdbcTemplate(new SingleConnectionDataSource(session, true)));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set person = 'exec1'",
        "update ledger_entry set person = 'exec1' where false",
        "insert into ledger_entry select * from ledger_entry"
            + " on conflict (film_id, number) do update set person = 'exec1'",
        "delete from ledger_entry",
        "truncate ledger_entry cascade",
        "alter table ledger_entry disable trigger ledger_is_append_only",
        "alter table ledger_entry disable trigger all",
        "alter table ledger_entry alter column hash drop not null",
        "alter table ledger_entry owner to finalsay",
        "create rule lost as on insert to ledger_entry do instead nothing",
        "create trigger mine before insert on ledger_entry"
            + " execute function refuse_change_of_ledger()",
        "drop trigger ledger_is_append_only on ledger_entry",
        "drop table ledger_entry cascade",
        "create or replace function refuse_change_of_ledger() returns trigger language plpgsql"
            + " as 'begin return null; end'",
        "drop function refuse_change_of_ledger cascade",
        "alter schema public rename to hidden",
        "drop schema public cascade",
        "set session_replication_role = replica",
        "set role finalsay_owner",
        "set role postgres",
        "delete from ledger_head",
        "delete from ledger_row",
        "update ledger_row set content = null",
        "truncate ledger_head",
        "drop table flyway_schema_history"
      })
  void theProductsRoleMayNot(String change) {
    refused(DATABASE.product(), change, "permission denied", "must be owner");
  }

  static Stream<DataSource> whoeverMayDoMore() {
    return Stream.of(DATABASE.owner(), DATABASE.superuser());
  }

  @ParameterizedTest
  @MethodSource("whoeverMayDoMore")
  void theTriggerRefusesTheOwnerAndTheSuperuserToo(DataSource role) {
    refused(role, "update ledger_entry set person = 'exec1'", "append-only");
    refused(role, "update ledger_entry set person = 'exec1' where false", "append-only");
    refused(role, "delete from ledger_entry", "append-only");
    refused(role, "delete from ledger_entry where false", "append-only");
    refused(role, "truncate ledger_entry cascade", "append-only");
  }

  @Test
  void theTriggerHoldsInASessionThatReplicates() {
    refused(
        DATABASE.superuser(),
        "set session_replication_role = replica; delete from ledger_entry",
        "append-only");
  }

  @Test
  void theProductsRoleCannotGrantItselfMore() {
    // PostgreSQL warns of a grant that does nothing
    jdbc.sql("grant update, delete, truncate on ledger_entry to finalsay").update();

    assertThat(
            jdbc.sql("select has_table_privilege('ledger_entry', 'update, delete, truncate')")
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  @Test
  void theProductsRoleDoesEverythingElseWithTheRows() {
    assertThat(
            JdbcClient.create(DATABASE.owner())
                .sql(
                    """
                    select t.relname from pg_class t
                    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
                      and t.relname not in
                        ('flyway_schema_history', 'ledger_entry', 'ledger_head', 'ledger_row')
                      and not (has_table_privilege('finalsay', t.oid, 'select')
                           and has_table_privilege('finalsay', t.oid, 'insert')
                           and has_table_privilege('finalsay', t.oid, 'update')
                           and has_table_privilege('finalsay', t.oid, 'delete'))
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    jdbc.sql("insert into film (id, title, currency, phase) values ('FILM', 'F', 'EUR', 'WRAP')")
        .update();
    jdbc.sql("delete from film where id = 'FILM'").update();
    jdbc.sql("create table of_the_engine (id integer)").update();
    jdbc.sql("drop table of_the_engine").update();
  }

  @Test
  void aProductThatOwnsItsTablesStartsAndWarns(CapturedOutput output) {
    Postgres.Database shared = Postgres.database("ledger_shared");
    String[] oneRole = {
      "--spring.profiles.active=postgres",
      "--spring.datasource.url=" + shared.url(),
      "--spring.datasource.username=finalsay_owner",
      "--spring.datasource.password=change-me"
    };

    LedgerAlone.started(oneRole).close();

    assertThat(output).contains("WARN").contains("docs/production.md");
    refused(shared.owner(), "delete from ledger_entry", "append-only");
  }

  @Test
  void aProductWithARoleOfItsOwnDoesNotWarn(CapturedOutput output) {
    new LedgerProtection(new JdbcTemplate(DATABASE.product())).tell();
    assertThat(output).doesNotContain("docs/production.md");

    new LedgerProtection(new JdbcTemplate(DATABASE.superuser())).tell();
    assertThat(output).contains("docs/production.md");
  }

  private void refused(DataSource role, String change, String... reasons) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            transaction -> ledger.append("REFUSED", Event.of(Happening.FILM_CREATED)));
    Anchor before = ledger.anchor("REFUSED");

    assertThatThrownBy(() -> new JdbcTemplate(role).execute(change))
        .rootCause()
        .satisfies(
            refusal ->
                assertThat(reasons)
                    .as("%s", refusal.getMessage())
                    .anyMatch(reason -> refusal.getMessage().contains(reason)));

    assertThat(ledger.anchor("REFUSED")).isEqualTo(before);
    assertThat(
            new LedgerCheck(DATABASE.product())
                .run(Optional.of("REFUSED"), List.of(), entry -> {})
                .findings())
        .isEmpty();
  }
}
