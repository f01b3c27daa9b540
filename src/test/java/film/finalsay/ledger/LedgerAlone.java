package film.finalsay.ledger;

import java.time.Clock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The ledger with the product's settings and tables, without the engine and the features. */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
@Import({
  Ledger.class,
  EntryWriter.class,
  LedgerRepository.class,
  LedgerRows.class,
  RecordedTables.class,
  RecordingConfiguration.class,
  Stock.class,
  StockTaking.class,
  LedgerProtection.class
})
class LedgerAlone {

  /** Starts it on a database with settings as the command line has them, and makes the tables. */
  static ConfigurableApplicationContext started(String... settings) {
    return new SpringApplicationBuilder(LedgerAlone.class)
        .web(WebApplicationType.NONE)
        .run(settings);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
