package film.finalsay.budget;

/** The table by which the production office says who decides a budget change. */
public interface AuthorityTable {

  /**
   * @return the version that counts for a request filed now
   */
  int version();

  /**
   * @param version the one that the request started under
   * @return what the table says
   */
  Ruling rule(BudgetChange change, AuthorityFacts facts, int version);
}
