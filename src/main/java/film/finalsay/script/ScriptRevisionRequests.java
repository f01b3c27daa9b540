package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.AttachedFile;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to revise a locked script, filed with a set and answered with another. One is under way
 * at a time: the next goes by the numbers and on the colour after it.
 */
@Service
@Transactional
public class ScriptRevisionRequests {

  private final ScriptRevisionRepository revisions;
  private final RevisionSets sets;
  private final DraftSubmissions submissions;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final LockedScripts locked;
  private final RevisionRules rules;
  private final ScriptColours colours;
  private final Films films;
  private final ApprovalRegister register;
  private final GreenlightConsents consents;

  ScriptRevisionRequests(
      ScriptRevisionRepository revisions,
      RevisionSets sets,
      DraftSubmissions submissions,
      ScriptRepository scripts,
      ScriptDrafts drafts,
      LockedScripts locked,
      RevisionRules rules,
      ScriptColours colours,
      Films films,
      ApprovalRegister register,
      GreenlightConsents consents) {
    this.revisions = revisions;
    this.sets = sets;
    this.submissions = submissions;
    this.scripts = scripts;
    this.drafts = drafts;
    this.locked = locked;
    this.rules = rules;
    this.colours = colours;
    this.films = films;
    this.register = register;
    this.consents = consents;
  }

  /**
   * Files a revision set on the next colour.
   *
   * @throws BusinessRuleException if a field is wrong, the script is not locked, another set is
   *     open, the set does not keep to the locked numbers, or this person may not ask
   */
  public Approval file(Inputs inputs, Optional<AttachedFile> attached, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    locked.requireLocked(film);
    SubmittedDraft sent = submissions.read(film, inputs, attached, filing.requester());
    ScriptDraft current = current(film);
    requireRevises(film, current, sent);
    String colour = colours.of(revisions.everApproved(film.id()) + 1);
    Approval approval =
        register.file(
            ApprovalKind.SCRIPT_REVISION, film, filing, subject(sent, colour, film), null);
    revisions.insert(approval.key(), film.id(), new ScriptRevision(current.number(), colour));
    submissions.file(approval, sent, colour, filing.requester());
    register.requested(approval, asked(approval));
    return approval;
  }

  /**
   * Files the set that answers the notes on an earlier one, on the same colour.
   *
   * @throws BusinessRuleException as for the first, or if it is the returned set again
   */
  public Approval revise(Inputs inputs, Optional<AttachedFile> attached, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    locked.requireLocked(film);
    ScriptDraft returned = sets.draft(approval);
    SubmittedDraft sent =
        submissions.answer(returned, film, inputs, attached, approval.requester());
    requireRevises(film, sets.requireCurrent(approval), sent);
    String colour = sets.colour(approval);
    Approval amended = register.amend(approval, subject(sent, colour, film), null);
    submissions.file(amended, sent, colour, approval.requester());
    register.amended(amended, asked(amended));
    return amended;
  }

  private List<Role> asked(Approval approval) {
    return consents.after(List.of(Role.PRODUCER, Role.EXECUTIVE_PRODUCER), approval);
  }

  private void requireRevises(Film film, ScriptDraft base, SubmittedDraft sent) {
    Script script =
        sent.file()
            .script()
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        "document",
                        "is a PDF, whose scene numbers are not read; a revision set comes as Fountain"
                            + " or Final Draft."));
    Script current = LockedScripts.numbered(drafts.scenes(base));
    rules.require(locked.scenes(film.id()), current, script);
    if (ScriptDifference.between(current, script, true).isEmpty()) {
      throw BusinessRuleException.invalid(
          "document", "changes nothing in the current script, %s.".formatted(base.label()));
    }
  }

  private ScriptDraft current(Film film) {
    return scripts
        .findApproved(film.id())
        .orElseThrow(
            () ->
                BusinessRuleException.conflict(
                    "%s has no approved script.".formatted(film.inWords())));
  }

  private static String subject(SubmittedDraft sent, String colour, Film film) {
    return "Approve %s as the %s revision of the script of %s"
        .formatted(sent.label(), colour, film.title());
  }
}
