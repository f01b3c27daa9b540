package film.finalsay.contract;

import film.finalsay.approval.Money;

/** What of a contract is charged to one account of the budget; more than zero. */
public record AccountAmount(String account, Money amount) {}
