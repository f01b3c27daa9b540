package film.finalsay.ledger;

import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Verifies every night what {@code verify-ledger} verifies, one film after the other. What it finds
 * is told in the log; nothing stops because of it.
 */
@Component
class NightlyLedgerCheck {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyLedgerCheck.class);

  private final DataSource database;
  private final LedgerRepository entries;
  private final StockTaking stock;

  NightlyLedgerCheck(DataSource database, LedgerRepository entries, StockTaking stock) {
    this.database = database;
    this.entries = entries;
    this.stock = stock;
  }

  /** Nodes that do so at once do no harm: they take turns, film by film. */
  @EventListener(ApplicationReadyEvent.class)
  void takeStock() {
    stock.takeWhatIsDue();
  }

  @Scheduled(cron = "${final-say.ledger-check:0 30 3 * * *}", zone = "UTC")
  void check() {
    for (String chain : entries.chains()) {
      try {
        new LedgerCheck(database)
            .run(Optional.of(chain))
            .findings()
            .forEach(finding -> LOG.error("Not as the ledger has it: {}", finding));
      } catch (RuntimeException otherFilmsAreLookedAtAllTheSame) {
        LOG.error("The ledger of {} could not be verified", chain, otherFilmsAreLookedAtAllTheSame);
      }
    }
    // nodes of the version before may have written after the start of this one
    takeStock();
  }
}
