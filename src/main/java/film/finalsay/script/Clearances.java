package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a draft's document is cleared, and what of that keeps it from being locked. */
@Service
@Transactional(readOnly = true)
public class Clearances {

  private static final int MOST_NAMED = 10;

  private final ClearanceRepository clearances;

  Clearances(ClearanceRepository clearances) {
    this.clearances = clearances;
  }

  public List<ClearanceReport> reports(Film film, ScriptDraft draft, int limit, long offset) {
    return clearances.reports(film.id(), draft.document().sha256(), limit, offset);
  }

  /** How many reports there are on a draft's document, and findings in all of them. */
  ClearanceCount count(Film film, ScriptDraft draft) {
    return clearances.count(film.id(), draft.document().sha256());
  }

  public List<Finding> findings(Film film, ScriptDraft draft, int limit, long offset) {
    return clearances.findings(film.id(), draft.document().sha256(), limit, offset);
  }

  /**
   * @throws BusinessRuleException (conflict) naming what is open, or that there is no report on
   *     this document
   */
  public void requireCleared(Film film, ScriptDraft draft) {
    String script = draft.document().sha256();
    if (!clearances.isReported(film.id(), script)) {
      throw BusinessRuleException.conflict(
          "There is no clearance report on %s as it is (SHA-256 %s)."
              .formatted(draft.label(), script));
    }
    List<Finding> open = clearances.open(film.id(), script, MOST_NAMED);
    if (!open.isEmpty()) {
      String named = open.stream().map(Finding::inWords).collect(Collectors.joining("; "));
      int more = clearances.count(film.id(), script).open() - open.size();
      throw BusinessRuleException.conflict(
          "Clearance findings on %s are open: %s%s."
              .formatted(draft.label(), named, more > 0 ? " and %d more".formatted(more) : ""));
    }
  }
}
