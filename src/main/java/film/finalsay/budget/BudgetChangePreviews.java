package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a budget change would do, without asking for it. */
@Service
public class BudgetChangePreviews {

  private static final int MAX_KEY = 64;

  private final BudgetChanges changes;

  BudgetChangePreviews(BudgetChanges changes) {
    this.changes = changes;
  }

  /**
   * @param weighed null if it would be refused
   * @param limit up to how much, in all, the same people decide; empty without a limit
   * @param refusal why it would be refused; null if it would not
   */
  public record Preview(Weighed weighed, Optional<Money> limit, BusinessRuleException refusal) {}

  /**
   * A refusal is the answer here, and nothing that goes wrong.
   *
   * @param inputs with the key of the {@code approval} where it is amended
   */
  public Preview of(Inputs inputs, Film film, String person) {
    try {
      String inPlaceOf = inputs.optionalText("approval", MAX_KEY).orElse(null);
      Weighed weighed = changes.weigh(inputs, film, person, inPlaceOf);
      return new Preview(weighed, changes.limit(weighed, film), null);
    } catch (BusinessRuleException refusal) {
      return new Preview(null, Optional.empty(), refusal);
    }
  }
}
