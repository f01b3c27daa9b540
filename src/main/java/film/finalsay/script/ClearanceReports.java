package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clearance reports as they are entered for a draft, and how their findings are settled. A report
 * is about one exact document: another draft needs its own.
 */
@Service
@Transactional
public class ClearanceReports {

  private final Clearances clearances;
  private final ScriptDrafts drafts;
  private final Documents documents;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  ClearanceReports(
      Clearances clearances,
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
    String script = draft.document().sha256();
    Inputs inputs = Inputs.of(body);
    Document document =
        documents.named(film, "document", inputs.text("document", 64).toLowerCase(Locale.ROOT));
    if (document.sha256().equals(script)) {
      throw invalid("document", "is the script itself; name the report on it.");
    }
    int number = clearances.nextNumber(film.id());
    List<Finding> findings = Finding.read(number, inputs.any("findings"));
    inputs.requireNothingElse();
    requireScenes(draft, findings);
    if (clearances.isOnFile(draft, document.sha256())) {
      throw conflict("This report on %s is on file already.", draft.label());
    }
    ClearanceReport report =
        new ClearanceReport(
            number,
            script,
            document.sha256(),
            person,
            clock.instant(),
            findings.size(),
            findings.size());
    clearances.insertReport(film.id(), report, findings);
    ledger.append(
        film.id(),
        Event.of(Happening.CLEARANCE_REPORTED)
            .by(person, role)
            .with("report", number)
            .with("draft", draft.label())
            .with("script", script)
            .with("document", document.sha256())
            .with("findings", findings.size()));
    return report;
  }

  /** Where the scenes of the draft can be read, a finding is in one of them. */
  private void requireScenes(ScriptDraft draft, List<Finding> findings) {
    if (findings.stream().map(Finding::scene).anyMatch(Objects::nonNull)) {
      drafts.readable(draft).ifPresent(script -> requireScenes(draft, script.scenes(), findings));
    }
  }

  private static void requireScenes(ScriptDraft draft, List<Scene> scenes, List<Finding> findings) {
    Set<String> names = scenes.stream().map(Scene::name).collect(Collectors.toSet());
    for (Finding finding : findings) {
      if (finding.scene() != null && !names.contains(finding.scene())) {
        throw invalid(
            "findings",
            "number %d, scene: %s has no scene %s; it has %d, from %s to %s. A finding about the"
                + " whole script has none.",
            finding.number(),
            draft.label(),
            finding.scene(),
            scenes.size(),
            scenes.get(0).name(),
            scenes.get(scenes.size() - 1).name());
      }
    }
  }

  /**
   * Settles a finding for good.
   *
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
            .find(draft, report, number)
            .orElseThrow(
                () -> notFound("There is no finding %d.%d on %s.", report, number, draft.label()));
    Inputs inputs = Inputs.of(body);
    Finding.State state = inputs.oneOf("state", Finding.State.class);
    if (state == Finding.State.OPEN) {
      throw invalid("state", "has to say how it is settled; a finding is not reopened.");
    }
    String how = inputs.longText("how");
    inputs.requireNothingElse();
    boolean risk = state == Finding.State.RISK_ACCEPTED;
    Role role = deciding(film, person, risk ? Role.EXECUTIVE_PRODUCER : Role.PRODUCER);
    if (finding.state() != Finding.State.OPEN) {
      throw conflict("Finding %s was settled by %s.", finding.inWords(), finding.settledBy());
    }
    Finding settled = finding.settled(state, person, clock.instant(), how);
    clearances.settle(film.id(), settled);
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
    return films.rolesOf(person, film.id(), Optional.of(Scope.CREATIVE)).stream()
        .filter(role -> role.mayActFor(needed))
        .sorted()
        .findFirst()
        .orElseThrow(
            () ->
                forbidden(
                    "This is for the %s of %s or above; you hold no such role on its team today.",
                    needed.title(), film.inWords()));
  }
}
