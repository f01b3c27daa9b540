package film.finalsay.slate;

import film.finalsay.slate.SlateFilm.Wait;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/** The order in which the slate shows its films; the first is the one to look at first. */
final class Risk {

  /**
   * Under a hard stop before not; more overdue conditions before fewer; an estimated final cost
   * above the secured funds before not; the further over budget in percent the earlier, without a
   * cost report as if on budget; who has waited longer before who has waited less or not at all;
   * and else by the films' ids.
   */
  static final Comparator<SlateFilm> HIGHEST_FIRST =
      Comparator.comparing((SlateFilm film) -> !film.hardStop())
          .thenComparing(film -> -film.conditionsOverdue())
          .thenComparing(film -> !film.efcAboveSecured())
          .thenComparing(
              film -> Optional.ofNullable(film.variancePercent()).orElse(BigDecimal.ZERO))
          .thenComparing(
              film -> Optional.ofNullable(film.oldestWait()).map(Wait::since).orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(SlateFilm::film);

  private Risk() {}
}
