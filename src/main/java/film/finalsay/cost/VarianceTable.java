package film.finalsay.cost;

import java.util.Optional;

/** The table by which the production office says who explains a variance. */
public interface VarianceTable {

  /** The version that counts today. */
  int version();

  /**
   * @return what that version says; empty if nobody has to explain it
   */
  Optional<Explainer> explainer(VarianceFacts facts, int version);
}
