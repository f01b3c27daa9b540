package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.film.Films;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every night whether everything that was signed is as it was. Two nodes that do so at once
 * do no harm: they take turns, film by film, and what is void is void already for the second.
 */
@Component
@EnableScheduling
class NightlySignatureCheck {

  private static final Logger LOG = LoggerFactory.getLogger(NightlySignatureCheck.class);

  private final Signatures signatures;
  private final Films films;

  NightlySignatureCheck(Signatures signatures, Films films) {
    this.signatures = signatures;
    this.films = films;
  }

  @Scheduled(cron = "${final-say.signature-check:0 0 3 * * *}", zone = "UTC")
  void check() {
    for (String film : films.ids()) {
      try {
        List<String> voided = signatures.check(film).stream().map(Approval::key).toList();
        if (!voided.isEmpty()) {
          LOG.warn("Not as it was signed, and void now: {}", String.join(", ", voided));
        }
      } catch (RuntimeException otherFilmsAreLookedAtAllTheSame) {
        LOG.error(
            "The signatures of {} could not be compared", film, otherFilmsAreLookedAtAllTheSame);
      }
    }
  }
}
