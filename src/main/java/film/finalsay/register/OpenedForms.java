package film.finalsay.register;

import film.finalsay.approval.HumanStep;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forms that are laid out when somebody opens them, and what each person read there last. */
@Component
class OpenedForms {

  private final ApprovalRegister register;
  private final Cases cases;
  private final ApprovalBriefings briefings;
  private final QuestionRepository questions;
  private final ShownFormRepository forms;
  private final Clock clock;

  OpenedForms(
      ApprovalRegister register,
      Cases cases,
      ApprovalBriefings briefings,
      QuestionRepository questions,
      ShownFormRepository forms,
      Clock clock) {
    this.register = register;
    this.cases = cases;
    this.briefings = briefings;
    this.questions = questions;
    this.forms = forms;
    this.clock = clock;
  }

  /**
   * @param person null if nobody is logged in, who then is shown it all the same
   * @param names of the texts that they are to be shown; null for all
   * @return texts by the name under which the form shows them; none if this was never asked
   */
  Map<String, String> open(HumanStep step, String person, Collection<String> names) {
    return questions
        .find(step.taskId())
        .map(
            question -> {
              Case request = cases.of(register.carriedBy(step.processInstanceId()));
              Map<String, String> texts = briefings.of(request, step, question.about());
              if (names != null) {
                texts.keySet().retainAll(names);
              }
              if (person != null) {
                keep(
                    step.taskId(),
                    person,
                    ShownForm.of(texts),
                    names == null ? request.fingerprint() : null);
              }
              if (step.isPreparation()) {
                putFields(request, names, texts);
              }
              return texts;
            })
        .orElseGet(Map::of);
  }

  /** What was asked for stands in the fields of the form, to be changed. */
  private static void putFields(Case request, Collection<String> names, Map<String, String> texts) {
    request
        .kind()
        .fields(request)
        .forEach(
            (name, value) -> {
              if (names == null || names.contains(name)) {
                texts.putIfAbsent(name, value == null ? null : value.toString());
              }
            });
  }

  ShownForm lastShown(String taskId, String person) {
    return forms.find(taskId, person);
  }

  /** The fingerprint of what was asked for when a person read its form; empty if they have not. */
  Optional<String> subjectRead(String taskId, String person) {
    return forms.subject(taskId, person);
  }

  private void keep(String taskId, String person, ShownForm form, String subject) {
    boolean isNew =
        !form.equals(lastShown(taskId, person))
            || !Objects.equals(subject, subjectRead(taskId, person).orElse(null));
    if (!form.texts().isEmpty() && isNew) {
      forms.save(taskId, person, form, subject, clock.instant());
    }
  }
}
