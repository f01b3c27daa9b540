package film.finalsay.budget;

/** The table by which the production office says who decides a budget change. */
public interface AuthorityTable {

  /**
   * @return what the table says today
   */
  Ruling rule(BudgetChange change, AuthorityFacts facts);
}
