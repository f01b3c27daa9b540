package film.finalsay.register;

import film.finalsay.approval.Markdown;
import film.finalsay.approval.OpenForms;
import film.finalsay.film.Film;
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
    String vision = of(film);
    questions.showFromNowOn(film.id(), SHOWN, vision, tasks -> forms.show(tasks, SHOWN, vision));
  }

  /** Empty until a greenlight has frozen it. */
  static String of(Film film) {
    return film.visionFrozenAt() == null ? "" : Markdown.plain(film.vision());
  }
}
