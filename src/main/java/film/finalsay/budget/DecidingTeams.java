package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Films;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether there is anybody to give the answers that an authority table asks for. */
@Service
@Transactional(readOnly = true)
public class DecidingTeams {

  private final Films films;

  DecidingTeams(Films films) {
    this.films = films;
  }

  /**
   * @throws BusinessRuleException (invalid) if there are films, and on no team of any is there
   *     somebody for each answer
   */
  public void requireSomewhere(Ruling ruling) {
    List<String> ids = films.ids();
    boolean somewhere =
        ids.stream().anyMatch(film -> Deciders.suffice(ruling, films.holdersOfRoles(film)));
    if (!ids.isEmpty() && !somewhere) {
      throw BusinessRuleException.invalid(
          "budget-change-authority",
          "the row \"%s\" asks for answers that nobody on the team of any film can give today."
              .formatted(ruling.because()));
    }
  }
}
