package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import film.finalsay.script.reading.ScriptFile;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The drafts of a film, what is in them, and what differs between two. A script is read from its
 * document, by whose content it is known: there is one truth of what it says.
 *
 * <p>Nothing is written here, so a refusal takes nothing back: whoever only wants to show what
 * differs goes on without it.
 */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessRuleException.class)
public class ScriptDrafts {

  private final ScriptRepository scripts;
  private final Documents documents;
  private final LockedScripts locked;
  private final ReadScripts read;

  ScriptDrafts(
      ScriptRepository scripts, Documents documents, LockedScripts locked, ReadScripts read) {
    this.scripts = scripts;
    this.documents = documents;
    this.locked = locked;
    this.read = read;
  }

  /** Two drafts, the earlier one first, and what differs. */
  public record Compared(ScriptDraft before, ScriptDraft after, ScriptDifference difference) {}

  /** The latest first. */
  public List<ScriptDraft> all(String filmId, int limit, long offset) {
    return scripts.findAll(filmId, limit, offset);
  }

  /**
   * @throws BusinessRuleException (not found) if the film has no draft of this number
   */
  public ScriptDraft byNumber(Film film, int number) {
    return scripts
        .find(film.id(), number)
        .orElseThrow(
            () ->
                BusinessRuleException.notFound(
                    "%s has no script draft %d.".formatted(film.inWords(), number)));
  }

  Optional<ScriptDraft> find(String filmId, int number) {
    return scripts.find(filmId, number);
  }

  public Optional<ScriptDraft> approved(String filmId) {
    return scripts.findApproved(filmId);
  }

  /** The draft that was approved last and is no more, unless it is in approval again. */
  Optional<ScriptDraft> overturned(String filmId) {
    return scripts.findOverturned(filmId);
  }

  /** Empty if its scenes cannot be read, as those of a PDF. */
  public Optional<Script> script(ScriptDraft draft) {
    return file(draft).script();
  }

  /** Also empty for a draft that was filed before files were looked at, and is no script. */
  Optional<Script> readable(ScriptDraft draft) {
    try {
      return script(draft);
    } catch (BusinessRuleException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * @throws BusinessRuleException (conflict) if its scenes cannot be read
   */
  public Script scenes(ScriptDraft draft) {
    return script(draft)
        .orElseThrow(
            () ->
                BusinessRuleException.conflict(
                    "%s is a PDF, whose scenes are not read; it is needed as Fountain or Final Draft."
                        .formatted(draft.label())));
  }

  /** The numbers that stand in the film's script; empty until it is locked. */
  public List<LockedScene> lockedScenes(String filmId) {
    return locked.scenes(filmId);
  }

  /**
   * @param from the number of the earlier draft
   * @throws BusinessRuleException if there is no such draft, or one of them cannot be read
   */
  public Compared difference(Film film, int from, int to) {
    return difference(byInput(film, from), byNumber(film, to));
  }

  Compared difference(ScriptDraft before, ScriptDraft after) {
    boolean numbersLocked = before.colour() != null && after.colour() != null;
    Script was = scenes(before);
    Script is = scenes(after);
    return new Compared(
        before,
        after,
        read.difference(
            before.document(),
            after.document(),
            numbersLocked,
            () ->
                numbersLocked
                    ? ScriptDifference.between(
                        LockedScripts.numbered(was), LockedScripts.numbered(is), true)
                    : ScriptDifference.between(was, is, false)));
  }

  /**
   * What a reader would hold a draft against: the approved script, else the draft that it answers
   * the notes on, else the draft before it.
   */
  Optional<ScriptDraft> comparable(ScriptDraft draft) {
    return scripts
        .findApproved(draft.filmId())
        .filter(approved -> approved.number() != draft.number())
        .or(() -> returnedBefore(draft))
        .or(() -> scripts.findBefore(draft.filmId(), draft.number()));
  }

  /** The draft of the same approval that came back with notes, which a draft answers. */
  Optional<ScriptDraft> returnedBefore(ScriptDraft draft) {
    return scripts.findReturnedBefore(draft);
  }

  private ScriptDraft byInput(Film film, int number) {
    return scripts
        .find(film.id(), number)
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    "from", "%s has no script draft %d.".formatted(film.inWords(), number)));
  }

  private ScriptFile file(ScriptDraft draft) {
    try {
      Document document = draft.document();
      return read.file(
          document, () -> ScriptFile.read(document.fileName(), documents.content(document)));
    } catch (BusinessRuleException unreadable) {
      // it was filed before files were looked at
      throw BusinessRuleException.conflict(
          "The scenes of %s cannot be read: %s".formatted(draft.label(), unreadable.getMessage()));
    }
  }
}
