package film.finalsay.script;

import film.finalsay.film.FilmScripts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of a film's script, and which one is approved. */
@Service
@Transactional(readOnly = true)
public class ScriptApprovals implements FilmScripts {

  private final ScriptRepository scripts;

  ScriptApprovals(ScriptRepository scripts) {
    this.scripts = scripts;
  }

  public Optional<ScriptDraft> approved(String filmId) {
    return scripts.findApproved(filmId);
  }

  /** The latest first. */
  public List<ScriptDraft> all(String filmId, int limit, long offset) {
    return scripts.findAll(filmId, limit, offset);
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
}
