package film.finalsay.script;

import film.finalsay.approval.Inputs;
import film.finalsay.approval.Refusal;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has to be cleared before a script is shot. A report is about one exact document: another
 * draft needs its own.
 */
@Service
@Transactional
public class Clearances {

  private static final int MOST_FINDINGS = 1000;
  private static final int MOST_NAMED = 10;
  private static final int MOST_SCENE = 10;

  /** As scripts number their scenes. */
  private static final Pattern SCENE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,9}");

  private final ClearanceRepository clearances;
  private final ScriptDrafts drafts;
  private final Documents documents;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  Clearances(
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
   * @throws Refusal if a field is wrong, the report is on file, or this person may not ask for
   *     approvals on the film
   */
  public ClearanceReport report(Film seen, int draftNumber, String person, Map<String, ?> body) {
    Film film = films.lock(seen.id());
    Role role = films.submitterRole(person, film);
    ScriptDraft draft = drafts.byNumber(film, draftNumber);
    Document document = document(film, draft, Inputs.of(body));
    int number = clearances.nextNumber(film.id());
    List<Finding> findings = findings(number, body.get("findings"));
    requireScenes(draft, findings);
    if (clearances.isOnFile(film.id(), draft.document().sha256(), document.sha256())) {
      throw Refusal.conflict("This report on %s is on file.".formatted(draft.label()));
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

  /**
   * @param body {@code state}, how it is settled, and {@code how} in words
   * @throws Refusal if there is no such finding, it is settled, or it is not this person's to
   *     settle: a producer's and above, and to accept the risk the executive producer's
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
                    Refusal.notFound(
                        "There is no finding %d.%d on %s."
                            .formatted(report, number, draft.label())));
    Inputs inputs = Inputs.of(body);
    Finding.State state = inputs.oneOf("state", Finding.State.class);
    if (state == Finding.State.OPEN) {
      throw Refusal.invalid("state", "has to say how it is settled; a finding is not reopened.");
    }
    String how = inputs.text("how", 2000);
    Role role =
        deciding(
            film,
            person,
            state == Finding.State.RISK_ACCEPTED ? Role.EXECUTIVE_PRODUCER : Role.PRODUCER);
    if (finding.state() != Finding.State.OPEN) {
      throw Refusal.conflict(
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

  @Transactional(readOnly = true)
  public List<ClearanceReport> reports(Film film, ScriptDraft draft, int limit, long offset) {
    return clearances.reports(film.id(), draft.document().sha256(), limit, offset);
  }

  /** How many reports there are on a draft's document, and findings in all of them. */
  @Transactional(readOnly = true)
  ClearanceCount count(Film film, ScriptDraft draft) {
    return clearances.count(film.id(), draft.document().sha256());
  }

  @Transactional(readOnly = true)
  public List<Finding> findings(Film film, ScriptDraft draft, int limit, long offset) {
    return clearances.findings(film.id(), draft.document().sha256(), limit, offset);
  }

  /**
   * @throws Refusal (conflict) naming what is open, or that there is no report on this document
   */
  @Transactional(readOnly = true)
  public void requireCleared(Film film, ScriptDraft draft) {
    String script = draft.document().sha256();
    if (!clearances.isReported(film.id(), script)) {
      throw Refusal.conflict(
          "There is no clearance report on %s as it is (SHA-256 %s)."
              .formatted(draft.label(), script));
    }
    List<Finding> open = clearances.open(film.id(), script, MOST_NAMED);
    if (!open.isEmpty()) {
      String named = open.stream().map(Finding::inWords).collect(Collectors.joining("; "));
      int more = clearances.count(film.id(), script).open() - open.size();
      throw Refusal.conflict(
          "Clearance findings on %s are open: %s%s."
              .formatted(draft.label(), named, more > 0 ? " and %d more".formatted(more) : ""));
    }
  }

  /** The lowest of their roles that is enough. */
  private Role deciding(Film film, String person, Role needed) {
    return films.rolesOf(person, film.id()).stream()
        .filter(role -> role.mayActFor(needed))
        .sorted()
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.forbidden(
                    "This is for the %s of %s or above; you hold no such role on its team today."
                        .formatted(needed.title(), film.inWords())));
  }

  private Document document(Film film, ScriptDraft draft, Inputs inputs) {
    Document document =
        documents
            .find(film.id(), inputs.text("document", 64).toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "document",
                        "no document of %s has this SHA-256; upload the report first."
                            .formatted(film.inWords())));
    if (document.sha256().equals(draft.document().sha256())) {
      throw Refusal.invalid("document", "is the script itself; name the report on it.");
    }
    return document;
  }

  private static List<Finding> findings(int report, Object sent) {
    if (!(sent instanceof List<?> list) || list.size() > MOST_FINDINGS) {
      throw Refusal.invalid(
          "findings",
          "has to be a list of at most %d, empty if nothing was found.".formatted(MOST_FINDINGS));
    }
    List<Finding> findings = new ArrayList<>();
    for (Object one : list) {
      int number = findings.size() + 1;
      findings.add(finding(report, number, one));
    }
    return findings;
  }

  private static Finding finding(int report, int number, Object sent) {
    if (!(sent instanceof Map<?, ?> values)) {
      throw Refusal.invalid(
          "findings", "number %d has to have subject, scene and severity.".formatted(number));
    }
    Map<String, Object> named = new HashMap<>();
    values.forEach((name, value) -> named.put(String.valueOf(name), value));
    try {
      Inputs inputs = Inputs.of(named);
      return new Finding(
          report,
          number,
          inputs.text("subject", 500),
          scene(inputs),
          inputs.oneOf("severity", Finding.Severity.class),
          Finding.State.OPEN,
          null,
          null,
          null);
    } catch (Refusal wrong) {
      throw Refusal.invalid("findings", "number %d, %s".formatted(number, wrong.getMessage()));
    }
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
        throw Refusal.invalid(
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

  /** Some letters become two when they are written large. */
  private static String scene(Inputs inputs) {
    return inputs
        .optionalText("scene", MOST_SCENE)
        .map(scene -> scene.toUpperCase(Locale.ROOT))
        .map(
            scene -> {
              if (!SCENE.matcher(scene).matches()) {
                throw Refusal.invalid(
                    "scene",
                    "has to be a scene's number, such as 12A: at most 10 letters from A to Z,"
                        + " digits, points and hyphens, the first of them a letter or a digit.");
              }
              return scene;
            })
        .orElse(null);
  }
}
