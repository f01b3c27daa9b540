package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.script.reading.Scene;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clearance reports as they are entered for a draft. A report is about one exact document: another
 * draft needs its own.
 */
@Service
@Transactional
public class ClearanceReports {

  private final ClearanceRepository clearances;
  private final ScriptDrafts drafts;
  private final Documents documents;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  ClearanceReports(
      ClearanceRepository clearances,
      ScriptDrafts drafts,
      Documents documents,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.clearances = clearances;
    this.drafts = drafts;
    this.documents = documents;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param body {@code document}, the SHA-256 of the report as it was uploaded, and {@code
   *     findings}, a list, which may be empty
   * @throws BusinessRuleException if a field is wrong, the report is on file, or this person may
   *     not ask for approvals on the film
   */
  public ClearanceReport enter(Film seen, int draftNumber, String person, Map<String, ?> body) {
    Film film = films.lock(seen.id());
    Role role = films.submitterRole(person, film);
    ScriptDraft draft = drafts.byNumber(film, draftNumber);
    Inputs inputs = Inputs.of(body);
    Document document = document(film, draft, inputs);
    int number = clearances.nextNumber(film.id());
    List<Finding> findings = FindingInputs.read(number, inputs.any("findings"));
    inputs.requireNothingElse();
    requireScenes(draft, findings);
    if (clearances.isOnFile(film.id(), draft.document().sha256(), document.sha256())) {
      throw BusinessRuleException.conflict(
          "This report on %s is on file already.".formatted(draft.label()));
    }
    ClearanceReport report =
        new ClearanceReport(
            number,
            draft.document().sha256(),
            document.sha256(),
            person,
            clock.instant(),
            findings.size(),
            findings.size());
    clearances.insert(film.id(), report);
    findings.forEach(finding -> clearances.insert(film.id(), finding));
    ledger.append(
        film.id(),
        Event.of(Happening.CLEARANCE_REPORTED)
            .by(person, role)
            .with("report", number)
            .with("draft", draft.label())
            .with("script", draft.document().sha256())
            .with("document", document.sha256())
            .with("findings", findings.size()));
    return report;
  }

  private Document document(Film film, ScriptDraft draft, Inputs inputs) {
    Document document =
        documents
            .find(film.id(), inputs.text("document", 64).toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        "document",
                        "no document of %s has this SHA-256; upload the report first."
                            .formatted(film.inWords())));
    if (document.sha256().equals(draft.document().sha256())) {
      throw BusinessRuleException.invalid(
          "document", "is the script itself; name the report on it.");
    }
    return document;
  }

  /** Where the scenes of the draft can be read, a finding is in one of them. */
  private void requireScenes(ScriptDraft draft, List<Finding> findings) {
    if (findings.stream().allMatch(finding -> finding.scene() == null)) {
      return;
    }
    drafts.readable(draft).ifPresent(script -> requireScenes(draft, script.scenes(), findings));
  }

  private static void requireScenes(ScriptDraft draft, List<Scene> scenes, List<Finding> findings) {
    Set<String> names = scenes.stream().map(Scene::name).collect(Collectors.toSet());
    for (Finding finding : findings) {
      if (finding.scene() != null && !names.contains(finding.scene())) {
        throw BusinessRuleException.invalid(
            "findings",
            ("number %d, scene: %s has no scene %s; it has %d, from %s to %s. A finding about the"
                    + " whole script has none.")
                .formatted(
                    finding.number(),
                    draft.label(),
                    finding.scene(),
                    scenes.size(),
                    scenes.get(0).name(),
                    scenes.get(scenes.size() - 1).name()));
      }
    }
  }
}
