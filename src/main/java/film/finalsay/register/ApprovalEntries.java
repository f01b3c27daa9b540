package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Role;
import film.finalsay.approval.TableRuling;
import film.finalsay.film.Interest;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the ledger keeps of an approval, from the request to its end. */
@Component
class ApprovalEntries {

  private final Ledger ledger;
  private final Cases cases;

  ApprovalEntries(Ledger ledger, Cases cases) {
    this.ledger = ledger;
    this.cases = cases;
  }

  void requested(Approval approval) {
    append(
        approval,
        on(approval, Happening.REQUESTED)
            .by(approval.requester(), approval.requesterRole())
            .with("kind", approval.kind())
            .with("process", approval.processInstanceId())
            .with("subjectSha256", cases.of(approval).fingerprint())
            .with(cases.of(approval).facts()));
  }

  void amended(Approval approval, Decision resubmitted) {
    append(
        approval,
        on(approval, Happening.AMENDED)
            .by(resubmitted.person(), resubmitted.role())
            .with("subjectSha256", cases.of(approval).fingerprint())
            .with(cases.of(approval).facts()));
  }

  void ruled(Approval approval, Role decidedBy, Set<Role> consents, String because) {
    append(
        approval,
        on(approval, Happening.AUTHORITY_RULED)
            .with("decidedBy", decidedBy.id())
            .with("consents", consents.stream().map(Role::id).collect(Collectors.joining(",")))
            .with("because", because));
  }

  void ruled(Approval approval, TableRuling ruling) {
    append(
        approval,
        on(approval, Happening.AUTHORITY_RULED)
            .with("table", ruling.table())
            .with("version", ruling.version())
            .with("said", ruling.said()));
  }

  void recused(Approval approval, Interest interest) {
    append(
        approval,
        on(approval, Happening.RECUSED)
            .with("interest", interest.id())
            .with("person", interest.person())
            .with("nature", interest.nature())
            .with("description", interest.description()));
  }

  /**
   * @param shown the fingerprint of what the person was shown; null if nothing was
   */
  void decided(Approval approval, Decision decision, String shown) {
    append(
        approval,
        on(approval, Happening.DECIDED)
            .by(decision.person(), decision.role())
            .onBehalfOf(decision.askedRole() == decision.role() ? null : decision.askedRole())
            .saw(shown)
            .with("step", decision.step())
            .with("outcome", decision.outcome())
            .with("comment", decision.comment())
            .with("subjectSha256", decision.subject()));
  }

  void tookEffect(Approval approval, Map<String, String> facts) {
    append(approval, on(approval, Happening.TOOK_EFFECT).with(facts));
  }

  /**
   * @param person who stopped it; null if it came to its end by itself
   * @param drawn what the drawing says of its end, where the answers on record say something else
   */
  void settled(Approval approval, String person, ApprovalState drawn) {
    append(
        approval,
        on(approval, Happening.SETTLED)
            .by(person, null)
            .with("state", approval.state())
            .with("drawnAs", drawn));
  }

  void reopened(Approval approval, Approval because) {
    append(approval, on(approval, Happening.REOPENED).with("by", because.key()));
  }

  /**
   * @param because what is not as it was signed
   */
  void voided(Approval approval, String because, List<String> signers) {
    append(
        approval,
        on(approval, Happening.VOIDED)
            .with("because", because)
            .with("signers", String.join(",", signers)));
  }

  private static Event on(Approval approval, Happening happening) {
    return Event.of(happening).on(approval.key());
  }

  private void append(Approval approval, Event event) {
    ledger.append(approval.filmId(), event);
  }
}
