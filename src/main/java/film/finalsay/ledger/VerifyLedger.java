package film.finalsay.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The command {@code verify-ledger}: checks the chains in the product's database without the
 * product. Anchors go to the standard output, so that a file can be made of them; whatever is wrong
 * goes to the standard error.
 */
public final class VerifyLedger {

  static final int ALL_IS_WELL = 0;
  static final int SOMETHING_IS_WRONG = 1;
  static final int NOT_VERIFIED = 2;

  private static final String NAME = "verify-ledger";
  private static final String FILM = "--film=";
  private static final String ANCHORS = "--anchors=";
  private static final String USAGE =
      "Usage: verify-ledger [--film=NOVA] [--anchors=FILE]; settings of the product such as"
          + " --spring.datasource.url=… may follow.";
  private static final int H2_IS_OPEN_ELSEWHERE = 90020;
  private static final int H2_HAS_NO_SUCH_FILE = 90146;
  private static final long PROGRESS_EVERY = 100_000;

  private final PrintStream out;
  private final PrintStream err;

  VerifyLedger(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static boolean isAskedFor(String... args) {
    return Arrays.asList(args).contains(NAME);
  }

  /**
   * @return the exit code: 0 if all is well, 1 if something is wrong, 2 if it could not be verified
   */
  public static int run(String... args) {
    return new VerifyLedger(System.out, System.err).verify(args);
  }

  int verify(String... args) {
    Optional<String> film = Optional.empty();
    List<Anchor> anchors = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith(FILM) && arg.length() > FILM.length()) {
        film = Optional.of(arg.substring(FILM.length()));
      } else if (arg.startsWith(ANCHORS)) {
        String problem = read(arg.substring(ANCHORS.length()), anchors);
        if (problem != null) {
          return notVerified(problem);
        }
      } else if (arg.matches("--[a-zA-Z0-9-]+\\..+=.*")) {
        settings.add(arg);
      } else if (!arg.equals(NAME)) {
        return notVerified("\"%s\" is not understood. %s".formatted(arg, USAGE));
      }
    }
    try (ConfigurableApplicationContext context = databaseOnly(settings)) {
      LedgerCheck check = new LedgerCheck(context.getBean(DataSource.class));
      return told(check.run(film, anchors, this::progress), film);
    } catch (RuntimeException failed) {
      return notVerified(reason(failed));
    }
  }

  private int told(LedgerCheck.Report report, Optional<String> film) {
    if (film.isPresent() && report.entries() == 0 && report.allIsWell()) {
      err.println(film.get() + ": there is no entry of this film.");
      return SOMETHING_IS_WRONG;
    }
    report.findings().forEach(err::println);
    report.anchors().forEach(anchor -> out.println(anchor.line()));
    err.printf(
        "%d entries read; %d chains are whole, %d are not.%n",
        report.entries(), report.anchors().size(), report.brokenChains());
    err.printf(
        "%d rows compared with what the entries tell, %d with what the ledger keeps of them;"
            + " %d tables are not as the ledger has them.%n",
        report.told(), report.rows(), report.findings().size() - report.brokenChains());
    if (report.olderRows() > 0) {
      err.printf(
          "%d rows not compared: a version wrote them that did not keep them in the ledger; the"
              + " product does so when it is started.%n",
          report.olderRows());
    }
    return report.allIsWell() ? ALL_IS_WELL : SOMETHING_IS_WRONG;
  }

  private void progress(long entries) {
    if (entries % PROGRESS_EVERY == 0) {
      err.printf("%d entries read%n", entries);
    }
  }

  private int notVerified(String why) {
    err.println(why);
    return NOT_VERIFIED;
  }

  /**
   * @return what is wrong with the file; null if nothing is
   */
  private static String read(String file, List<Anchor> anchors) {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of(file));
    } catch (MalformedInputException noText) {
      return "The anchors in \"%s\" cannot be read: it is no UTF-8 text.".formatted(file);
    } catch (IOException | RuntimeException unreadable) {
      return "The anchors in \"%s\" cannot be read: %s".formatted(file, unreadable);
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Optional<Anchor> anchor = Anchor.of(lines.get(i));
        if (anchor.isEmpty()) {
          return "Line %d of \"%s\" is no anchor such as \"NOVA 1234 <hash>\"."
              .formatted(i + 1, file);
        }
        anchors.add(anchor.get());
      }
    }
    return anchors.isEmpty() ? "There is no anchor in \"%s\".".formatted(file) : null;
  }

  private static ConfigurableApplicationContext databaseOnly(List<String> settings) {
    Stream<String> own =
        Stream.of(
            "--spring.datasource.hikari.maximum-pool-size=1", "--logging.level.com.zaxxer=off");
    return new SpringApplicationBuilder(DatabaseOnly.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .run(Stream.concat(settings.stream(), own).toArray(String[]::new));
  }

  private static String reason(Throwable failed) {
    Throwable cause = failed;
    while (!(cause instanceof SQLException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    int code = cause instanceof SQLException sql ? sql.getErrorCode() : 0;
    return switch (code) {
      case H2_IS_OPEN_ELSEWHERE ->
          "The database is open in another process, and only one at a time can open a file of H2:"
              + " stop the product, verify, and start it again.";
      case H2_HAS_NO_SUCH_FILE ->
          "There is no database here: start this in the folder in which the product is started.";
      default -> "The ledger could not be read: " + cause.getMessage();
    };
  }

  /** The product's settings of its database and nothing else of the product. */
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class DatabaseOnly {

    /** In the wrong folder, H2 would make a new database and find nothing wrong with it. */
    @Bean
    static BeanPostProcessor opensOnlyWhatIsThere() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (bean instanceof DataSourceProperties properties
              && properties.getUrl() != null
              && properties.getUrl().startsWith("jdbc:h2:")) {
            properties.setUrl(properties.getUrl() + ";IFEXISTS=TRUE");
          }
          return bean;
        }
      };
    }
  }
}
