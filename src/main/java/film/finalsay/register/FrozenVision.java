package film.finalsay.register;

import film.finalsay.approval.Markdown;
import film.finalsay.approval.OpenForms;
import film.finalsay.film.Film;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vision that a greenlight froze, which every later decision shows: those, too, that were open
 * before.
 */
@Service
@Transactional
public class FrozenVision {

  static final String SHOWN = "frozenVisionText";

  private final Questions questions;
  private final OpenForms forms;

  FrozenVision(Questions questions, OpenForms forms) {
    this.questions = questions;
    this.forms = forms;
  }

  /** Shows a film's vision as it stands now at every question that is open on the film. */
  public void show(Film film) {
    Set<String> tasks = questions.showFromNowOn(film.id(), SHOWN, of(film));
    forms.show(tasks, SHOWN, of(film));
  }

  /** Empty until a greenlight has frozen it. */
  static String of(Film film) {
    return film.visionFrozenAt() == null ? "" : Markdown.plain(film.vision());
  }
}
