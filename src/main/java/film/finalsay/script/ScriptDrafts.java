package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmScripts;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import film.finalsay.script.reading.ScriptFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The drafts of a film, what is in them, and what differs between two. A script is read from its
 * document, by whose content it is known: there is one truth of what it says. What was read and
 * compared is kept for a while: of many who ask for the same at once one reads it.
 *
 * <p>Nothing is written here, so a refusal takes nothing back: whoever only wants to show what
 * differs goes on without it.
 */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessRuleException.class)
public class ScriptDrafts implements FilmScripts {

  private final ScriptRepository scripts;
  private final Documents documents;
  private final LockedScripts locked;

  private final Cache<Content, ScriptFile> files = cache((of, file) -> of.weight());

  private final Cache<Pair, ScriptDifference> differences =
      cache((of, found) -> of.before().weight() + of.after().weight());

  ScriptDrafts(ScriptRepository scripts, Documents documents, LockedScripts locked) {
    this.scripts = scripts;
    this.documents = documents;
    this.locked = locked;
  }

  /** Two drafts, the earlier one first, and what differs. */
  public record Compared(ScriptDraft before, ScriptDraft after, ScriptDifference difference) {}

  /** The name says in which way a content is read. */
  private record Content(String sha256, String fileName, int weight) {

    /** What was read takes up several times what its document does. */
    static Content of(Document document) {
      return new Content(document.sha256(), document.fileName(), (int) document.size() * 8);
    }
  }

  /**
   * @param numbersLocked whether a scene is known by its number
   */
  private record Pair(Content before, Content after, boolean numbersLocked) {}

  private static <K, V> Cache<K, V> cache(Weigher<K, V> weigher) {
    return Caffeine.newBuilder()
        .expireAfterAccess(Duration.ofMinutes(10))
        .maximumWeight(Runtime.getRuntime().maxMemory() / 16)
        .weigher(weigher)
        .build();
  }

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
        .orElseThrow(() -> notFound("%s has no script draft %d.", film.inWords(), number));
  }

  @Override
  public Optional<DraftSummary> draft(String filmId, String label) {
    return scripts
        .find(filmId, label)
        .map(
            draft ->
                new DraftSummary(
                    draft.label(),
                    draft.state() == DraftState.APPROVED,
                    draft.document().sha256(),
                    draft.approvalKey()));
  }

  /** Empty if its scenes cannot be read, as those of a PDF. */
  public Optional<Script> script(ScriptDraft draft) {
    Document document = draft.document();
    try {
      return files
          .get(
              Content.of(document),
              unread -> ScriptFile.read(document.fileName(), documents.content(document)))
          .script();
    } catch (BusinessRuleException unreadable) {
      // it was filed before files were looked at
      throw conflict("The scenes of %s cannot be read: %s", draft.label(), unreadable.getMessage());
    }
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
                conflict(
                    "%s is a PDF, whose scenes are not read; it is needed as Fountain or Final Draft.",
                    draft.label()));
  }

  /** The numbers that stand in the film's script; empty until it is locked. */
  public List<LockedScene> lockedScenes(String filmId) {
    return locked.scenes(filmId);
  }

  @Override
  public List<SceneSummary> scenes(Film film) {
    return locked.scenes(film.id()).stream()
        .map(scene -> new SceneSummary(scene.number(), scene.omitted()))
        .toList();
  }

  /**
   * @param from the number of the earlier draft
   * @throws BusinessRuleException if there is no such draft, or one of them cannot be read
   */
  public Compared difference(Film film, int from, int to) {
    ScriptDraft before =
        scripts
            .find(film.id(), from)
            .orElseThrow(() -> invalid("from", "%s has no script draft %d.", film.inWords(), from));
    return difference(before, byNumber(film, to));
  }

  Compared difference(ScriptDraft before, ScriptDraft after) {
    boolean numbersLocked = before.colour() != null && after.colour() != null;
    Script was = scenes(before);
    Script is = scenes(after);
    ScriptDifference difference =
        differences.get(
            new Pair(Content.of(before.document()), Content.of(after.document()), numbersLocked),
            unread ->
                numbersLocked
                    ? ScriptDifference.between(was.numbered(), is.numbered(), true)
                    : ScriptDifference.between(was, is, false));
    return new Compared(before, after, difference);
  }

  /**
   * What a reader would hold a draft against: the approved script, else the draft that it answers
   * the notes on, else the draft before it.
   *
   * @param returned the draft that it answers the notes on
   */
  Optional<ScriptDraft> comparable(ScriptDraft draft, Optional<ScriptDraft> returned) {
    return scripts
        .findApproved(draft.filmId())
        .filter(approved -> approved.number() != draft.number())
        .or(() -> returned)
        .or(() -> scripts.findBefore(draft));
  }

  /** The draft of the same approval that came back with notes, which a draft answers. */
  Optional<ScriptDraft> returnedBefore(ScriptDraft draft) {
    return scripts.findReturnedBefore(draft);
  }
}
