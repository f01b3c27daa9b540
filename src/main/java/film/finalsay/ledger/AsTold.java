package film.finalsay.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How a feature's table follows from what the ledger's entries tell in words. It holds for entries
 * of every version, and needs no rows kept in the ledger. Found by {@link java.util.ServiceLoader},
 * so that {@code verify-ledger} needs nothing else of the product.
 */
public interface AsTold {

  String table();

  /** What the entries are asked for by: those of one approval, or of a film's team. */
  enum Of {
    APPROVAL,
    TEAM
  }

  default Of of() {
    return Of.APPROVAL;
  }

  /**
   * @param key of the approval, or of the film
   * @param entries the oldest first
   * @return what the table says and what the ledger says, as texts that are alike
   */
  Said said(JdbcTemplate jdbc, String key, List<Entry> entries);

  record Said(List<String> table, List<String> ledger) {

    Optional<String> firstDifference() {
      List<String> onlyInTable = without(table, ledger);
      List<String> onlyInLedger = without(ledger, table);
      return onlyInTable.isEmpty() && onlyInLedger.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "the table says %s, the entries of the ledger say %s."
                  .formatted(first(onlyInTable), first(onlyInLedger)));
    }

    private static List<String> without(List<String> all, List<String> others) {
      List<String> left = new ArrayList<>(all);
      others.forEach(left::remove);
      return left;
    }

    private static String first(List<String> texts) {
      return texts.isEmpty() ? "nothing" : "\"%s\"".formatted(texts.get(0));
    }
  }
}
