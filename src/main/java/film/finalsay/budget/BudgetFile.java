package film.finalsay.budget;

import film.finalsay.approval.Money;
import java.util.List;

/**
 * What a budget file says.
 *
 * @param accounts in the order of the file, at least one
 * @param grandTotal as its last line that adds up everything has it; null if there is none
 */
record BudgetFile(List<Account> accounts, Money grandTotal, Breakdown breakdown) {}
