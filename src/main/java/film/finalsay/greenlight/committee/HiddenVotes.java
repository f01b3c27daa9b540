package film.finalsay.greenlight.committee;

import film.finalsay.approval.Withheld;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The votes that are nobody's to read until they are counted. */
@Service
@Transactional(readOnly = true)
class HiddenVotes implements Withheld {

  private final RoundRepository rounds;

  HiddenVotes(RoundRepository rounds) {
    this.rounds = rounds;
  }

  @Override
  public Map<String, Instant> votesSince(Collection<String> approvalKeys) {
    return rounds.openAndHidden(approvalKeys);
  }
}
