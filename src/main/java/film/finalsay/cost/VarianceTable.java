package film.finalsay.cost;

import java.util.Optional;

/** The table by which the production office says who explains a variance. */
public interface VarianceTable {

  /**
   * @return what the table says today; empty if nobody has to explain it
   */
  Optional<Explainer> explainer(VarianceFacts facts);
}
