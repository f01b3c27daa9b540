package film.finalsay.personnel;

import film.finalsay.approval.Money;
import film.finalsay.commitment.Commitments;
import film.finalsay.film.Credits;
import film.finalsay.film.FilmAttachments;
import film.finalsay.register.Case;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What an approval does: to the engagement, the account, the credit and the key attachments. */
@Component
class Hiring {

  private final Engagements engagements;
  private final Commitments commitments;
  private final Credits credits;
  private final FilmAttachments attachments;

  Hiring(
      Engagements engagements,
      Commitments commitments,
      Credits credits,
      FilmAttachments attachments) {
    this.engagements = engagements;
    this.commitments = commitments;
    this.credits = credits;
    this.attachments = attachments;
  }

  /**
   * @return what exactly was done, by name
   */
  Map<String, String> apply(Case request) {
    Hire hire = new Hire(request.content());
    String engagement = hire.find("engagement");
    Money cost = hire.cost(request.film());
    Map<String, String> done = new TreeMap<>();
    if (hire.act() == Act.EXTEND) {
      engagements.extend(engagement, hire.day("stop"), cost, request.key());
      done.put("extended", engagement);
    }
    if (hire.act().releases()) {
      if (engagement != null) {
        boolean last = hire.act() == Act.RELEASE;
        engagements.release(engagement, last ? hire.day("stop") : null, request.key());
      }
      done.put("released", engagement == null ? hire.find("whom") : engagement);
    }
    if (hire.act().engages()) {
      engagements.engage(request, hire);
      done.put("engaged", hire.find("name"));
      agreeCredit(request, hire);
    }
    if (cost.minor() > 0) {
      done.putAll(commitments.record(request, hire.find("account"), cost));
    }
    if (hire.act() != Act.EXTEND) {
      attach(request, hire);
    }
    return done;
  }

  private void agreeCredit(Case request, Hire hire) {
    if (hire.find("credit") != null) {
      String person = hire.find("person") == null ? hire.find("name") : hire.find("person");
      credits.agreed(person, hire.find("credit"), request.approval());
    }
  }

  /** Those whom the key attachments list follow what was approved. */
  private void attach(Case request, Hire hire) {
    hire.position()
        .attachment()
        .ifPresent(
            role ->
                attachments.change(
                    request.film(),
                    role,
                    hire.find("whom"),
                    hire.find("name"),
                    hire.find("dealMemo"),
                    request.approval()));
  }
}
