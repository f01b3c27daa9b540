package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who settles a finding of a clearance report, and how; once settled, it stays so. */
@Service
@Transactional
public class FindingSettlements {

  private final ClearanceRepository clearances;
  private final ScriptDrafts drafts;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  FindingSettlements(
      ClearanceRepository clearances,
      ScriptDrafts drafts,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.clearances = clearances;
    this.drafts = drafts;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param body {@code state}, how it is settled, and {@code how} in words
   * @throws BusinessRuleException if there is no such finding, it is settled, or it is not this
   *     person's to settle: a producer's and above, and to accept the risk the executive producer's
   */
  public Finding settle(
      Film seen, int draftNumber, int report, int number, String person, Map<String, ?> body) {
    Film film = films.lock(seen.id());
    ScriptDraft draft = drafts.byNumber(film, draftNumber);
    Finding finding =
        clearances
            .find(film.id(), draft.document().sha256(), report, number)
            .orElseThrow(
                () ->
                    BusinessRuleException.notFound(
                        "There is no finding %d.%d on %s."
                            .formatted(report, number, draft.label())));
    Inputs inputs = Inputs.of(body);
    Finding.State state = inputs.oneOf("state", Finding.State.class);
    if (state == Finding.State.OPEN) {
      throw BusinessRuleException.invalid(
          "state", "has to say how it is settled; a finding is not reopened.");
    }
    String how = inputs.longText("how");
    inputs.requireNothingElse();
    Role role =
        deciding(
            film,
            person,
            state == Finding.State.RISK_ACCEPTED ? Role.EXECUTIVE_PRODUCER : Role.PRODUCER);
    if (finding.state() != Finding.State.OPEN) {
      throw BusinessRuleException.conflict(
          "Finding %s was settled by %s.".formatted(finding.inWords(), finding.settledBy()));
    }
    Finding settled =
        new Finding(
            report,
            number,
            finding.subject(),
            finding.scene(),
            finding.severity(),
            state,
            person,
            clock.instant(),
            how);
    clearances.settle(film.id(), settled, person, settled.settledAt());
    ledger.append(
        film.id(),
        Event.of(Happening.CLEARANCE_SETTLED)
            .by(person, role)
            .with("report", report)
            .with("finding", number)
            .with("subject", finding.subject())
            .with("state", state)
            .with("how", how));
    return settled;
  }

  /** The lowest of their roles that is enough. */
  private Role deciding(Film film, String person, Role needed) {
    return films.rolesOf(person, film.id()).stream()
        .filter(role -> role.mayActFor(needed))
        .sorted()
        .findFirst()
        .orElseThrow(
            () ->
                BusinessRuleException.forbidden(
                    "This is for the %s of %s or above; you hold no such role on its team today."
                        .formatted(needed.title(), film.inWords())));
  }
}
