package film.finalsay.film;

import film.finalsay.approval.ClaimedSteps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Roles end with a day, and nobody does anything then: what their holders have claimed is given
 * back in the first minute of the next.
 */
@Component
class EndedRoles {

  private static final Logger LOG = LoggerFactory.getLogger(EndedRoles.class);

  private final Films films;
  private final ClaimedSteps claimed;

  EndedRoles(Films films, ClaimedSteps claimed) {
    this.films = films;
    this.claimed = claimed;
  }

  @Scheduled(cron = "${final-say.ended-roles:0 0 0 * * *}", zone = "UTC")
  @EventListener(ApplicationReadyEvent.class)
  void giveBack() {
    for (String film : films.ids()) {
      try {
        claimed.giveBackWhatCannotBeAnswered(film);
      } catch (RuntimeException otherFilmsAreLookedAtAllTheSame) {
        LOG.error("Claims on {} were not given back", film, otherFilmsAreLookedAtAllTheSame);
      }
    }
  }
}
