package film.finalsay.budget.change;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import java.util.Arrays;
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
 * @param underspendsTried the numbers of the accounts that were to cover it first, separated by
 *     commas; empty if none
 * @param overrideReason why the contingency is to go before an underspend of the section; null
 *     unless the order of cover is to be overridden
 */
public record BudgetChange(
    ChangeKind kind,
    String fromAccount,
    String toAccount,
    Money amount,
    String reason,
    String underspendsTried,
    String overrideReason) {

  static final String VERSION = "version";

  private static final int MAX_ACCOUNT = 12;
  private static final int MAX_ACCOUNTS = 500;

  private static final String FROM = "fromAccount";
  private static final String TO = "toAccount";
  private static final String AMOUNT = "amount";
  private static final String REASON = "reason";
  private static final String TRIED = "underspendsTried";
  private static final String OVERRIDE = "overrideReason";

  public BudgetChange {
    underspendsTried = underspendsTried == null ? "" : underspendsTried;
  }

  static BudgetChange of(Case request) {
    Content content = request.content();
    return new BudgetChange(
        ChangeKind.valueOf(content.text("change")),
        content.find(FROM).orElse(null),
        content.text(TO),
        content.money(AMOUNT, request.film().currency()),
        content.text(REASON),
        content.find(TRIED).orElse(null),
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
        .with(TRIED, underspendsTried.isEmpty() ? null : underspendsTried)
        .with(OVERRIDE, overrideReason);
  }

  /**
   * @throws BusinessRuleException (invalid) naming a field that is wrong
   */
  static BudgetChange read(Inputs sent, Budget budget) {
    ChangeKind kind = sent.oneOf("kind", ChangeKind.class);
    return new BudgetChange(
        kind,
        source(kind, sent, budget),
        sent.text(TO, MAX_ACCOUNT),
        sent.money(AMOUNT, budget.currency()),
        sent.longText(REASON),
        Arrays.stream(sent.optionalText(TRIED, MAX_ACCOUNTS).orElse("").split("[,;\\s]+"))
            .filter(number -> !number.isEmpty())
            .map(number -> budget.account(TRIED, number).number())
            .distinct()
            .sorted()
            .collect(Collectors.joining(",")),
        kind == ChangeKind.CONTINGENCY ? sent.optionalLongText(OVERRIDE).orElse(null) : null);
  }

  /** A drawdown has one source there is; whatever account is sent with it is left aside. */
  private static String source(ChangeKind kind, Inputs sent, Budget budget) {
    return switch (kind) {
      case TRANSFER -> sent.text(FROM, MAX_ACCOUNT);
      case CONTINGENCY ->
          budget
              .contingency()
              .map(Account::number)
              .orElseThrow(
                  () -> invalid("kind", "the budget has no contingency account to draw from."));
      case OVERAGE, INCREASE -> null;
    };
  }

  /** As the form and the authority table name them; a value is null where there is none. */
  public Map<String, Object> byName() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("kind", kind.name());
    variables.put(FROM, fromAccount);
    variables.put(TO, toAccount);
    variables.put(AMOUNT, amount.plain());
    variables.put(REASON, reason);
    variables.put(TRIED, underspendsTried.replace(",", ", "));
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

  boolean hasTried(Account account) {
    return List.of(underspendsTried.split(",")).contains(account.number());
  }

  public boolean overridesOrderOfCover() {
    return overrideReason != null;
  }

  /** The account where the money comes from; null if it comes from none. */
  public Account from(Budget budget) {
    return kind.movesMoney() ? budget.account(FROM, fromAccount) : null;
  }

  public Account to(Budget budget) {
    return budget.account(TO, toAccount);
  }

  /** The account by which the limits count. */
  Account source(Budget budget) {
    return budget.account(FROM, sourceAccount());
  }

  /**
   * @param held what other open requests hold on the account that the money comes from
   * @param committed what the film owes on it by what was approved
   * @throws BusinessRuleException (invalid) naming the field if this cannot be done to this budget
   *     as it stands
   */
  void requireFits(Budget budget, Money held, Money committed) {
    Account to = to(budget);
    if (!kind.movesMoney()) {
      return;
    }
    Account from = from(budget);
    if (from.equals(to)) {
      throw invalid(TO, "has to be another account than fromAccount.");
    }
    if (kind == ChangeKind.TRANSFER && from.contingency()) {
      throw invalid(
          FROM,
          "%s is the contingency; money leaves it by a CONTINGENCY, not by a TRANSFER.",
          from.inWords());
    }
    if (kind == ChangeKind.CONTINGENCY && !from.contingency()) {
      throw invalid(
          FROM,
          "%s is not the contingency account; leave it out for a CONTINGENCY.",
          from.inWords());
    }
    Money left = from.balance().minus(held);
    if (amount.compareTo(left) > 0) {
      String why = ": open requests hold %s of its %s";
      throw invalid(
          AMOUNT,
          "%s is more than account %s has left, %s%s.",
          amount.inWords(),
          from.inWords(),
          left.inWords(),
          held.minor() == 0 ? "" : why.formatted(held.inWords(), from.balance().inWords()));
    }
    Money free = left.minus(committed);
    if (committed.minor() > 0 && amount.compareTo(free) > 0) {
      throw invalid(
          AMOUNT,
          "%s is more than account %s has free, %s: %s of it is committed.",
          amount.inWords(),
          from.inWords(),
          free.inWords(),
          committed.inWords());
    }
  }

  /** The budget as it stands once this has taken effect. */
  public Budget appliedTo(Budget budget) {
    Money zero = Money.zero(budget.currency());
    Account to = to(budget);
    return switch (kind) {
      case TRANSFER, CONTINGENCY ->
          budget
              .with(from(budget).plus(zero, amount.negated(), zero))
              .with(to.plus(zero, amount, zero));
      case OVERAGE -> budget.with(to.plus(zero, zero, amount));
      case INCREASE -> budget.with(to.plus(amount, zero, zero));
    };
  }

  /** One line that says what is asked for. */
  public String subject(Budget budget) {
    String to = to(budget).inWords();
    return switch (kind) {
      case TRANSFER ->
          "Transfer %s from %s to %s".formatted(amount.inWords(), from(budget).inWords(), to);
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
      facts.put(FROM, fromAccount);
    }
    facts.put(TO, toAccount);
    facts.put(AMOUNT, amount.plain());
    facts.put("currency", amount.currency().getCurrencyCode());
    return facts;
  }
}
