package film.finalsay.budget;

import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Refusal;
import film.finalsay.film.Film;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a budget change would do, without asking for it. */
@Service
public class BudgetChangePreviews {

  private final BudgetChanges changes;

  BudgetChangePreviews(BudgetChanges changes) {
    this.changes = changes;
  }

  /**
   * @param weighed null if it would be refused
   * @param limit up to how much, in all, the same people decide; empty without a limit
   * @param refusal why it would be refused; null if it would not
   */
  public record Preview(Weighed weighed, Optional<Money> limit, Refusal refusal) {}

  /** A refusal is the answer here, and nothing that goes wrong. */
  public Preview of(Inputs inputs, Film film, String person) {
    try {
      Weighed weighed = changes.weigh(inputs, film, person);
      return new Preview(weighed, changes.limit(weighed, film), null);
    } catch (Refusal refusal) {
      return new Preview(null, Optional.empty(), refusal);
    }
  }
}
