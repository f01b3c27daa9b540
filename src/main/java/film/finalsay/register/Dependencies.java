package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.GreenlightPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which approval rests on which: a greenlight is based on a script, a revision set what it revises.
 */
@Component
@Transactional(readOnly = true)
public class Dependencies {

  private final ApprovalRepository approvals;
  private final Cases cases;

  Dependencies(ApprovalRepository approvals, Cases cases) {
    this.approvals = approvals;
    this.cases = cases;
  }

  /**
   * What stands or may come to stand on an approval: the open and approved ones that are based on
   * it, and what is based on those.
   */
  public List<Approval> dependents(Approval approval) {
    List<Approval> standing = approvals.findStanding(approval.filmId());
    Map<String, Approval> found = new LinkedHashMap<>();
    collectDependents(approval, standing, found);
    return List.copyOf(found.values());
  }

  /** Whether a request would change what a greenlight that was given is based on. */
  public boolean changesGreenlight(Case request) {
    return request
        .kind()
        .changes(request)
        .filter(part -> isBasedOn(request.film().id(), part))
        .isPresent();
  }

  /** Any greenlight is based on a budget; one of a documentary may be based on no script. */
  private boolean isBasedOn(String filmId, GreenlightPart part) {
    return approvals.findStanding(filmId).stream()
        .filter(approval -> approval.kind().equals(ApprovalKind.GREENLIGHT))
        .filter(approval -> approval.state() == ApprovalState.APPROVED)
        .anyMatch(greenlight -> part != GreenlightPart.SCRIPT || !basedOn(greenlight).isEmpty());
  }

  private Set<String> basedOn(Approval approval) {
    Case request = cases.of(approval);
    return request.kind().basedOn(request);
  }

  private void collectDependents(
      Approval approval, List<Approval> standing, Map<String, Approval> found) {
    for (Approval other : standing) {
      if (!found.containsKey(other.key()) && basedOn(other).contains(approval.key())) {
        found.put(other.key(), other);
        collectDependents(other, standing, found);
      }
    }
  }
}
