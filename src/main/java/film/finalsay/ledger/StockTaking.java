package film.finalsay.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings into the ledger what the version before wrote, film by film; from then on, a row that the
 * ledger does not know is a finding.
 */
@Component
class StockTaking {

  private static final Logger LOG = LoggerFactory.getLogger(StockTaking.class);

  private final Stock stock;
  private final RecordedTables tables;
  private final LedgerRows rows;
  private final EntryWriter writer;
  private final Ledger ledger;
  private final LedgerRepository entries;
  private final TransactionTemplate transaction;

  StockTaking(
      Stock stock,
      RecordedTables tables,
      LedgerRows rows,
      EntryWriter writer,
      Ledger ledger,
      LedgerRepository entries,
      PlatformTransactionManager transactions) {
    this.stock = stock;
    this.tables = tables;
    this.rows = rows;
    this.writer = writer;
    this.ledger = ledger;
    this.entries = entries;
    this.transaction = new TransactionTemplate(transactions);
  }

  void takeWhatIsDue() {
    boolean failed = false;
    for (String chain : stock.due(null)) {
      if (failed && chain.equals(Ledger.COMPANY)) {
        return;
      }
      try {
        transaction.executeWithoutResult(status -> take(chain));
      } catch (RuntimeException otherFilmsAreTakenAllTheSame) {
        LOG.error("No stock could be taken of {}", chain, otherFilmsAreTakenAllTheSame);
        failed = true;
      }
    }
  }

  private void take(String chain) {
    // what is written meanwhile is kept after this
    entries.findAndLockHead(chain);
    if (stock.due(chain).isEmpty()) {
      return;
    }
    long found = 0;
    for (RecordedTable table : tables.all()) {
      if (table.owner().isEmpty() == chain.equals(Ledger.COMPANY)) {
        found += take(table, table.owner().isEmpty() ? null : chain);
      }
    }
    ledger.append(
        chain, Event.of(Happening.STOCK_TAKEN).with("rows", found).with("schema", Stock.SCHEMA));
    LOG.info("The ledger of {} now keeps {} rows that an earlier version wrote", chain, found);
  }

  private long take(RecordedTable table, String film) {
    Map<ChangedRow, RowContent> differing = new LinkedHashMap<>();
    List<String> last = null;
    Map<ChangedRow, RowContent> page;
    do {
      page = rows.page(table, film, last);
      Map<String, LedgerRows.Kept> kept =
          rows.kept(table, page.keySet().stream().map(row -> RowContent.key(row.key())).toList());
      for (Map.Entry<ChangedRow, RowContent> row : page.entrySet()) {
        LedgerRows.Kept before = kept.get(RowContent.key(row.getKey().key()));
        if (before == null || !row.getValue().equals(before.content())) {
          differing.put(row.getKey(), row.getValue());
        }
        last = row.getKey().key();
      }
    } while (page.size() == LedgerRows.SOME);
    String key = "";
    List<String> keys;
    while (!(keys = rows.keysKept(table, film, key)).isEmpty()) {
      List<List<String>> parts = keys.stream().map(RowContent::readKey).toList();
      Map<String, RowContent> there = rows.read(table, parts);
      for (List<String> part : parts) {
        if (!there.containsKey(RowContent.key(part))) {
          differing.put(new ChangedRow(table, part, null), null);
        }
      }
      key = keys.get(keys.size() - 1);
    }
    differing.forEach(writer.open()::changed);
    return differing.size();
  }
}
