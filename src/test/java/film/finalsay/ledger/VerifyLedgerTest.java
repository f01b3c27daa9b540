package film.finalsay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.FinalSayApplication;
import film.finalsay.support.Postgres;
import film.finalsay.support.StartsTheProduct;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The command as an auditor runs it: what it prints, where, and how it exits. */
@StartsTheProduct
class VerifyLedgerTest {

  private static final String DROP_PROTECTION =
      "drop trigger ledger_is_append_only; set referential_integrity false";

  @TempDir Path folder;
  private Path database;
  private String url;

  @BeforeEach
  void twoFilms() {
    database = folder.resolve("data").resolve("final-say.mv.db");
    url = "jdbc:h2:file:" + folder.resolve("data").resolve("final-say").toAbsolutePath();
    filled(setting("spring.datasource.url", url));
  }

  private record Run(int exitCode, String out, String err) {}

  @Test
  void aWholeLedgerIsTheShippedProductsExitCode0AndItsAnchors() throws Exception {
    Run run = shipped("verify-ledger");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out()).startsWith("DUNE 1 ").contains("\nNOVA 3 ");
    assertThat(run.err()).contains("4 entries read; 2 chains are whole, 0 are not.");
  }

  @Test
  void aBrokenChainIsTheShippedProductsExitCode1AndHasNoAnchor() throws Exception {
    changed(DROP_PROTECTION, "update ledger_entry set person = 'exec1' where number = 2");

    Run run = shipped("verify-ledger");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("NOVA: entry 2 was changed").contains("1 are not.");
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.out()).startsWith("DUNE 1 ");
  }

  @Test
  void oneFilmAlone() {
    Run nova = verify("--film=NOVA");
    assertThat(nova.exitCode()).isZero();
    assertThat(nova.out()).startsWith("NOVA 3 ").hasLineCount(1);

    changed(DROP_PROTECTION, "update ledger_entry set person = 'exec1' where number = 2");
    assertThat(verify("--film=DUNE").exitCode()).isZero();
    assertThat(verify("--film=NOVA").exitCode()).isEqualTo(1);

    Run none = verify("--film=NONE");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("NONE: there is no entry");
  }

  @Test
  void whatItPrintsIsWhatItComparesWithLater() throws IOException {
    String anchors = "--anchors=" + printed();
    assertThat(verify(anchors).exitCode()).isZero();

    changed(
        DROP_PROTECTION,
        "update ledger_head set number = 2, hash ="
            + " (select hash from ledger_entry where film_id = 'NOVA' and number = 2)"
            + " where film_id = 'NOVA'",
        "delete from ledger_entry where film_id = 'NOVA' and number = 3",
        "delete from ledger_entry where film_id = 'DUNE'",
        "delete from ledger_head where film_id = 'DUNE'");

    assertThat(verify().exitCode()).as("nothing inside the database can tell").isZero();
    Run run = verify(anchors);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("NOVA: the chain ends with entry 2")
        .contains("DUNE: there is no entry, an anchor has entry 1");
    assertThat(verify(anchors, "--film=NOVA").err()).doesNotContain("DUNE");
  }

  @Test
  void anAnchorOfAnotherHash() throws IOException {
    Path anchors = printed();
    String other = Files.readString(anchors).replaceAll("NOVA 3 .{4}", "NOVA 3 0000");
    Files.writeString(anchors, "\n" + other + "\n");

    Run run = verify("--anchors=" + anchors);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("NOVA: entry 3 has the hash").contains("written anew");
  }

  @Test
  void wrongUsageIsExitCode2() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "NOVA 3\n");
    Path empty = Files.writeString(folder.resolve("empty.txt"), "\n");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});

    notVerified("Usage: verify-ledger", "--fim=NOVA");
    notVerified("Usage: verify-ledger", "NOVA");
    notVerified("Usage: verify-ledger", "--film=");
    notVerified("nowhere.txt", "--anchors=nowhere.txt");
    notVerified("cannot be read", "--anchors=" + folder);
    notVerified("Line 1 of", "--anchors=" + wrong);
    notVerified("no anchor in", "--anchors=" + empty);
    notVerified("no UTF-8 text", "--anchors=" + binary);
  }

  @Test
  void aFileThatTheProductHasOpenIsExitCode2() throws Exception {
    try (ConfigurableApplicationContext running =
        LedgerAlone.started(setting("spring.datasource.url", url))) {
      assertThat(running.isActive()).isTrue();

      Run run = shipped("verify-ledger");

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("open in another process").contains("stop the product");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void theWrongFolderIsExitCode2AndMakesNoDatabase() throws IOException {
    Files.delete(database);

    notVerified("There is no database here");

    assertThat(database).doesNotExist();
  }

  @Test
  void aDatabaseWithoutALedgerIsExitCode2() {
    changed("drop table ledger_head", "drop table ledger_entry");
    notVerified("LEDGER_");
  }

  @Test
  void onPostgresItReadsInTheProductsRole() {
    Postgres.Database postgres = Postgres.database("ledger_verified");
    List<String> settings = new ArrayList<>(postgres.settings());
    filled(settings.toArray(String[]::new));
    settings.removeIf(setting -> setting.startsWith("--FINALSAY"));

    Run whole = verifyWith(settings);
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(whole.out()).startsWith("DUNE 1 ").contains("NOVA 3 ");

    JdbcTemplate superuser = new JdbcTemplate(postgres.superuser());
    superuser.execute("alter table ledger_entry disable trigger all");
    superuser.execute("update ledger_entry set person = 'exec1' where number = 2");

    Run broken = verifyWith(settings);
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err()).contains("NOVA: entry 2 was changed");

    settings.replaceAll(setting -> setting.replaceAll("username=.*", "username=nobody"));
    Run refused = verifyWith(settings);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("could not be read");
  }

  private void notVerified(String why, String... args) {
    Run run = verify(args);
    assertThat(run.exitCode()).as("%s", run).isEqualTo(2);
    assertThat(run.err()).contains(why);
    assertThat(run.out()).isEmpty();
  }

  private Path printed() throws IOException {
    return Files.writeString(folder.resolve("anchors.txt"), verify().out());
  }

  private Run verify(String... args) {
    return verifyWith(
        Stream.concat(Stream.of(args), Stream.of(setting("spring.datasource.url", url))).toList());
  }

  private static Run verifyWith(List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new VerifyLedger(new PrintStream(out, true), new PrintStream(err, true))
            .verify(
                Stream.concat(Stream.of("verify-ledger"), args.stream()).toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }

  /** The product's own main class, in a JVM of its own, where it finds ./data. */
  private Run shipped(String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                FinalSayApplication.class.getName()));
    command.addAll(List.of(args));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Run(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private static void filled(String... settings) {
    try (ConfigurableApplicationContext product = LedgerAlone.started(settings)) {
      Ledger ledger = product.getBean(Ledger.class);
      new TransactionTemplate(product.getBean(PlatformTransactionManager.class))
          .executeWithoutResult(
              transaction -> {
                for (String person : List.of("line1", "producer1", "coexec1")) {
                  ledger.append("NOVA", Event.of(Happening.DECIDED).by(person, null));
                }
                ledger.append("DUNE", Event.of(Happening.FILM_CREATED));
              });
    }
  }

  private void changed(String... statements) {
    DataSource file = new DriverManagerDataSource(url, "sa", "");
    new JdbcTemplate(file).execute(String.join(";", statements));
  }

  private static String setting(String name, String value) {
    return "--%s=%s".formatted(name, value);
  }
}
