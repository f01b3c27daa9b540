package film.finalsay.cost;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCosts;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The cost reports of a film. */
@Service
public class CostReports implements FilmCosts {

  @Override
  public Map<String, Money> estimatedFinalCosts(Film film) {
    return Map.of();
  }

  @Override
  public Optional<String> hardStop(Film film) {
    return Optional.empty();
  }
}
