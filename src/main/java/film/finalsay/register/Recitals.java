package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which approval rests on which: a greenlight recites a script, a revision set what it revises. */
@Component
@Transactional(readOnly = true)
public class Recitals {

  private final ApprovalRepository approvals;
  private final Subjects subjects;

  Recitals(ApprovalRepository approvals, Subjects subjects) {
    this.approvals = approvals;
    this.subjects = subjects;
  }

  /**
   * What stands or may come to stand on an approval: the open and approved ones that recite it, and
   * what recites those.
   */
  public List<Approval> dependents(Approval approval) {
    List<Approval> standing = approvals.findStanding(approval.filmId());
    Map<String, Approval> found = new LinkedHashMap<>();
    collectDependents(approval, standing, found);
    return List.copyOf(found.values());
  }

  /** Whether the film's greenlight is given, and with it the budget that it recites. */
  public boolean isGreenlit(String filmId) {
    return greenlights(filmId).findAny().isPresent();
  }

  /** Whether the film's greenlight recites what an approval changes, at whatever remove. */
  public boolean isGreenlit(Approval approval) {
    Set<String> changed = new HashSet<>();
    collectRecited(approval, changed);
    return greenlights(approval.filmId())
        .flatMap(greenlight -> subjects.recites(greenlight).stream())
        .anyMatch(changed::contains);
  }

  private Stream<Approval> greenlights(String filmId) {
    return approvals.findStanding(filmId).stream()
        .filter(approval -> approval.kind() == ApprovalKind.GREENLIGHT)
        .filter(approval -> approval.state() == ApprovalState.APPROVED);
  }

  private void collectDependents(
      Approval approval, List<Approval> standing, Map<String, Approval> found) {
    for (Approval other : standing) {
      if (!found.containsKey(other.key()) && subjects.recites(other).contains(approval.key())) {
        found.put(other.key(), other);
        collectDependents(other, standing, found);
      }
    }
  }

  private void collectRecited(Approval approval, Set<String> found) {
    for (String recited : subjects.recites(approval)) {
      if (found.add(recited)) {
        approvals.find(recited).ifPresent(one -> collectRecited(one, found));
      }
    }
  }
}
