package film.finalsay.cost;

import film.finalsay.film.Film;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Variances that are large enough for somebody to have to explain them. */
@Service
@Transactional
public class Variances {

  private final VarianceRepository variances;
  private final VarianceTable table;
  private final CostProcesses processes;

  Variances(VarianceRepository variances, VarianceTable table, CostProcesses processes) {
    this.variances = variances;
    this.table = table;
    this.processes = processes;
  }

  /**
   * Asks about each account that the table names and that got worse since the report before, so
   * that the same is not asked every week. An open question about such an account is withdrawn, and
   * asked with the new figures. Call it with the film locked.
   *
   * @param before the accounts of the report before
   * @param accounts those of the report
   */
  void ask(
      Film film, Map<String, AccountCost> before, List<AccountCost> accounts, String requester) {
    Map<String, String> open = variances.openProcesses(film);
    int version = table.version();
    for (AccountCost account : accounts) {
      if (gotWorse(account, before.get(account.account()))
          && table.explainer(VarianceFacts.of(account), version).isPresent()) {
        if (open.containsKey(account.account())) {
          processes.withdraw(open.get(account.account()), "A new cost report was imported.");
        }
        processes.explainVariance(film, account.account(), requester);
      }
    }
  }

  private static boolean gotWorse(AccountCost account, AccountCost before) {
    return before == null
        || account.figures().variance().compareTo(before.figures().variance()) < 0;
  }
}
