package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.register.Content;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked to be done to a film's budget.
 *
 * @param fromAccount where the money comes from; null for an overage or an increase
 * @param toAccount where it goes, or where the overspend is
 * @param amount more than zero
 * @param underspendsTried the accounts that were to cover it first, as numbers; empty if none
 * @param overrideReason why the contingency is to go before an underspend of the section; null
 *     unless the order of cover is to be overridden
 */
public record BudgetChange(
    ChangeKind kind,
    String fromAccount,
    String toAccount,
    Money amount,
    String reason,
    List<String> underspendsTried,
    String overrideReason) {

  static final String VERSION = "version";

  private static final String FROM = "fromAccount";
  private static final String TO = "toAccount";
  private static final String AMOUNT = "amount";
  private static final String REASON = "reason";
  private static final String TRIED = "underspendsTried";
  private static final String OVERRIDE = "overrideReason";

  static BudgetChange of(Content content, Currency currency) {
    return new BudgetChange(
        ChangeKind.valueOf(content.text("change")),
        content.find(FROM).orElse(null),
        content.text(TO),
        content.money(AMOUNT, currency),
        content.text(REASON),
        content.find(TRIED).map(numbers -> List.of(numbers.split(","))).orElse(List.of()),
        content.find(OVERRIDE).orElse(null));
  }

  /**
   * @param version of the budget that it is made on
   */
  Content content(int version) {
    Content content = Content.of(VERSION, version);
    for (Map.Entry<String, String> fact : inLedger().entrySet()) {
      content = content.with(fact.getKey(), fact.getValue());
    }
    return content
        .with(REASON, reason)
        .with(TRIED, underspendsTried.isEmpty() ? null : String.join(",", underspendsTried))
        .with(OVERRIDE, overrideReason);
  }

  /** As the form and the authority table name them; a value is null where there is none. */
  public Map<String, Object> byName() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("kind", kind.name());
    variables.put(FROM, fromAccount);
    variables.put(TO, toAccount);
    variables.put(AMOUNT, amount.plain());
    variables.put(REASON, reason);
    variables.put(TRIED, String.join(", ", underspendsTried));
    variables.put(OVERRIDE, overrideReason);
    return variables;
  }

  /** The account by which the limits count: where the money comes from, or else where it goes. */
  public String sourceAccount() {
    return fromAccount == null ? toAccount : fromAccount;
  }

  /** The numbers of the accounts that it touches. */
  public Set<String> accounts() {
    return Stream.of(fromAccount, toAccount)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with another amount. */
  BudgetChange of(Money other) {
    return new BudgetChange(
        kind, fromAccount, toAccount, other, reason, underspendsTried, overrideReason);
  }

  public boolean overridesOrderOfCover() {
    return overrideReason != null;
  }

  /**
   * @param held what other open requests hold on the account that the money comes from
   * @throws BusinessRuleException (invalid) naming the field if this cannot be done to this budget
   *     as it stands
   */
  public void requireFits(Budget budget, Money held) {
    Account to = budget.account("toAccount", toAccount);
    if (!kind.movesMoney()) {
      return;
    }
    Account from = budget.account("fromAccount", fromAccount);
    if (from.equals(to)) {
      throw BusinessRuleException.invalid(
          "toAccount", "has to be another account than fromAccount.");
    }
    if (kind == ChangeKind.TRANSFER && from.contingency()) {
      throw BusinessRuleException.invalid(
          "fromAccount",
          "%s is the contingency; money leaves it by a CONTINGENCY, not by a TRANSFER."
              .formatted(from.inWords()));
    }
    if (kind == ChangeKind.CONTINGENCY && !from.contingency()) {
      throw BusinessRuleException.invalid(
          "fromAccount",
          "%s is not the contingency account; leave it out for a CONTINGENCY."
              .formatted(from.inWords()));
    }
    requireCovered(from, held);
  }

  private void requireCovered(Account from, Money held) {
    Money free = from.balance().minus(held);
    if (amount.compareTo(free) <= 0) {
      return;
    }
    String left = "%s is more than account %s has left, %s";
    throw BusinessRuleException.invalid(
        "amount",
        held.minor() == 0
            ? (left + ".").formatted(amount.inWords(), from.inWords(), free.inWords())
            : (left + ": open requests hold %s of its %s.")
                .formatted(
                    amount.inWords(),
                    from.inWords(),
                    free.inWords(),
                    held.inWords(),
                    from.balance().inWords()));
  }

  /** One line that says what is asked for. */
  public String subject(Budget budget) {
    String to = budget.account("toAccount", toAccount).inWords();
    return switch (kind) {
      case TRANSFER ->
          "Transfer %s from %s to %s"
              .formatted(
                  amount.inWords(), budget.account("fromAccount", fromAccount).inWords(), to);
      case CONTINGENCY -> "Draw %s from the contingency for %s".formatted(amount.inWords(), to);
      case OVERAGE -> "Overage of %s on %s".formatted(amount.inWords(), to);
      case INCREASE -> "Increase %s by %s of new money".formatted(to, amount.inWords());
    };
  }

  /** What it does to the money, by name. */
  Map<String, String> inLedger() {
    Map<String, String> facts = new HashMap<>();
    facts.put("change", kind.name());
    if (fromAccount != null) {
      facts.put("fromAccount", fromAccount);
    }
    facts.put("toAccount", toAccount);
    facts.put("amount", amount.plain());
    facts.put("currency", amount.currency().getCurrencyCode());
    return facts;
  }
}
