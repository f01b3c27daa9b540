package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.RequestOnFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What each approval is about, told by the feature that knows. */
@Component
class Subjects {

  private final ObjectProvider<RequestOnFile> requests;

  /** Asked when needed: the features need the register themselves. */
  Subjects(ObjectProvider<RequestOnFile> requests) {
    this.requests = requests;
  }

  /** Changes with any detail of what is asked for. */
  String fingerprint(Approval approval) {
    return Fingerprint.of(of(approval).subject(approval));
  }

  private RequestOnFile of(Approval approval) {
    return requests.stream()
        .filter(request -> request.kind() == approval.kind())
        .findFirst()
        .orElseThrow();
  }

  /** What is asked for, by name, as far as it is there. */
  Map<String, String> facts(Approval approval) {
    return of(approval).subject(approval).entrySet().stream()
        .filter(fact -> fact.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * @throws film.finalsay.approval.BusinessRuleException if what is asked for does not allow this
   *     answer
   */
  void requireMayAnswer(GivenAnswer answer) {
    of(answer.approval()).requireMayAnswer(answer);
  }

  void asked(Approval approval, HumanStep step) {
    of(approval).asked(approval, step);
  }

  void answered(GivenAnswer answer) {
    of(answer.approval()).answered(answer);
  }

  void settled(Approval approval) {
    of(approval).settled(approval);
  }

  /** Changes with any detail of what has to stay as it was signed. */
  String seal(Approval approval) {
    return Fingerprint.of(of(approval).signed(approval));
  }

  /** The kinds of approval whose matter it is: its own, and those of what it undoes. */
  Set<ApprovalKind> matters(Approval approval) {
    return of(approval).matters(approval);
  }

  Set<String> documents(Approval approval) {
    return of(approval).documents(approval);
  }

  Set<String> basedOn(Approval approval) {
    return of(approval).basedOn(approval);
  }

  Optional<GreenlightPart> changes(Approval approval) {
    return of(approval).changes(approval);
  }

  boolean canBeOverturned(Approval approval) {
    return of(approval).canBeOverturned();
  }

  /**
   * @throws film.finalsay.approval.BusinessRuleException if something else has to be opened again
   *     before
   */
  void requireReopenable(Approval approval) {
    of(approval).requireReopenable(approval);
  }

  void overturned(Approval approval) {
    of(approval).overturned(approval);
  }

  /** The budget accounts that it moves; empty if it concerns the film as a whole. */
  Set<String> accounts(Approval approval) {
    return of(approval).accounts(approval);
  }

  Map<String, Object> variables(Approval approval, HumanStep step, String about) {
    return of(approval).variables(approval, step, about);
  }

  /** By variable name; a value is null where the record has none. */
  Map<String, Object> variables(Approval approval) {
    return of(approval).variables(approval);
  }
}
