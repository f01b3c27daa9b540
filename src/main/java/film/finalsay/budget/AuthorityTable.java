package film.finalsay.budget;

import java.math.BigDecimal;
import java.util.Set;

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

  /** The figures that its rows name as limits, whatever they are limits of. */
  Set<BigDecimal> figures(int version);
}
