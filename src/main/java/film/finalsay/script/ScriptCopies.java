package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The issued list: who has which copy of which draft. */
@Service
@Transactional
public class ScriptCopies {

  private final ScriptCopyRepository copies;
  private final ScriptDrafts drafts;
  private final Films films;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  ScriptCopies(
      ScriptCopyRepository copies,
      ScriptDrafts drafts,
      Films films,
      People people,
      Ledger ledger,
      Clock clock) {
    this.copies = copies;
    this.drafts = drafts;
    this.films = films;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** By copy number. */
  @Transactional(readOnly = true)
  public List<ScriptCopy> all(Film film, ScriptDraft draft, int limit, long offset) {
    return copies.findAll(film.id(), draft.number(), limit, offset);
  }

  /**
   * @param body {@code person} who can log in, or {@code name}; {@code department}, {@code copy}
   *     (else the next number) and {@code date} (else today) may be left out
   * @throws BusinessRuleException if a field is wrong, the draft was never approved, the copy is
   *     out already, or this person may not
   */
  public ScriptCopy issue(Film seen, int draftNumber, String by, Map<String, ?> body) {
    Film film = films.lock(seen.id());
    Role role = films.submitterRole(by, film);
    ScriptDraft draft = drafts.byNumber(film, draftNumber);
    if (!draft.wasApproved()) {
      throw BusinessRuleException.conflict(
          "%s is not approved; only an approved draft is issued.".formatted(draft.label()));
    }
    Inputs inputs = Inputs.of(body);
    String person = inputs.optionalText("person", 64).orElse(null);
    String name = inputs.optionalText("name", 200).orElse(null);
    requireOne(person, name);
    int copy =
        inputs.optionalOrdinal("copy").orElseGet(() -> copies.nextCopy(film.id(), draftNumber));
    copies
        .find(film.id(), draftNumber, copy)
        .ifPresent(
            out -> {
              throw BusinessRuleException.conflict(
                  "Copy %d of %s was issued to %s."
                      .formatted(
                          copy, draft.label(), out.person() == null ? out.name() : out.person()));
            });
    ScriptCopy issued =
        new ScriptCopy(
            draftNumber,
            copy,
            person,
            name,
            inputs.optionalText("department", 100).orElse(null),
            date(inputs),
            by,
            ScriptCopy.State.ISSUED,
            null,
            null);
    inputs.requireNothingElse();
    copies.insert(film.id(), issued);
    ledger.append(
        film.id(),
        about(issued, draft, Happening.SCRIPT_COPY_ISSUED, issued.issuedOn()).by(by, role));
    return issued;
  }

  /**
   * @param body {@code state}, RETURNED or REVOKED; {@code date}, else today, may be left out
   * @throws BusinessRuleException if a field is wrong, there is no such copy out, or this person
   *     may not
   */
  public ScriptCopy end(Film seen, int draftNumber, int number, String by, Map<String, ?> body) {
    Film film = films.lock(seen.id());
    Role role = films.submitterRole(by, film);
    ScriptDraft draft = drafts.byNumber(film, draftNumber);
    ScriptCopy copy =
        copies
            .find(film.id(), draftNumber, number)
            .orElseThrow(
                () ->
                    BusinessRuleException.notFound(
                        "No copy %d of %s was issued.".formatted(number, draft.label())));
    Inputs inputs = Inputs.of(body);
    ScriptCopy.State state = inputs.oneOf("state", ScriptCopy.State.class);
    if (state == ScriptCopy.State.ISSUED) {
      throw BusinessRuleException.invalid("state", "has to be RETURNED or REVOKED.");
    }
    LocalDate date = date(inputs);
    inputs.requireNothingElse();
    if (date.isBefore(copy.issuedOn())) {
      throw BusinessRuleException.invalid("date", "is before the copy was issued.");
    }
    if (copy.state() != ScriptCopy.State.ISSUED) {
      throw BusinessRuleException.conflict(
          "Copy %d of %s is not out any more.".formatted(number, draft.label()));
    }
    ScriptCopy ended =
        new ScriptCopy(
            copy.draft(),
            copy.copy(),
            copy.person(),
            copy.name(),
            copy.department(),
            copy.issuedOn(),
            copy.issuedBy(),
            state,
            date,
            by);
    copies.end(film.id(), ended);
    ledger.append(
        film.id(),
        about(ended, draft, Happening.SCRIPT_COPY_ENDED, date).by(by, role).with("state", state));
    return ended;
  }

  private void requireOne(String person, String name) {
    if ((person == null) == (name == null)) {
      throw BusinessRuleException.invalid(
          "person", "or name is needed: a person who can log in, or the name of somebody else.");
    }
    if (person != null && !people.exists(person)) {
      throw BusinessRuleException.invalid(
          "person", "nobody with the id \"%s\" can log in.".formatted(person));
    }
  }

  private LocalDate date(Inputs inputs) {
    LocalDate today = LocalDate.now(clock);
    LocalDate date = inputs.optionalDate("date").orElse(today);
    if (date.isAfter(today) || date.isBefore(today.minusYears(10))) {
      throw BusinessRuleException.invalid(
          "date", "has to be today or a day of the last ten years.");
    }
    return date;
  }

  private static Event about(
      ScriptCopy copy, ScriptDraft draft, Happening happening, LocalDate date) {
    return Event.of(happening)
        .with("draft", draft.label())
        .with("colour", draft.colour())
        .with("copy", copy.copy())
        .with("person", copy.person())
        .with("name", copy.name())
        .with("department", copy.department())
        .with("date", date);
  }
}
