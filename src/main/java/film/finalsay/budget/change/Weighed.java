package film.finalsay.budget.change;

import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.authority.Ruling;
import film.finalsay.authority.StandIns;
import film.finalsay.budget.Budget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request held against the budget, the other requests and the authority table. The preview, the
 * filing and what is shown to those who decide go by the same weighing.
 *
 * @param held what other open requests hold on the account that the money comes from
 * @param cure the underspends that come first; empty for a change that meets no overspend
 * @param said what the authority table said
 * @param reserved why only the executive producer lets it pass, whatever the table says, as
 *     sentences; empty for most
 * @param standIns who decides in place of those who have an interest in it
 * @param table by which it was weighed, in the version {@code tableVersion}
 */
public record Weighed(
    BudgetChange change,
    Budget budget,
    Cumulative before,
    Money held,
    Optional<OrderOfCover> cure,
    AuthorityFacts facts,
    Ruling said,
    List<String> reserved,
    StandIns standIns,
    ChangeAuthority table,
    int tableVersion) {

  /** What the process goes by when it asks the authority table, beside the request's own. */
  Map<String, Object> inputs() {
    Map<String, Object> inputs = new HashMap<>(facts.byName());
    inputs.put("authorityVersion", tableVersion);
    return inputs;
  }

  /**
   * Up to how much, in all, those who decide it may decide on its source account; empty if there is
   * no limit within what the account has.
   */
  public Optional<Money> limit() {
    return CumulativeLimit.of(this);
  }

  /** The ruling that counts. */
  public Ruling ruling() {
    return raised(said);
  }

  /**
   * What the table says, raised to the executive producer where only they let it pass, and to whom
   * stands in for those who have an interest in it.
   */
  Ruling raised(Ruling ruling) {
    return standIns.apply(
        reserved.isEmpty() ? ruling : ruling.atLeast(Role.EXECUTIVE_PRODUCER, reserved.get(0)));
  }
}
