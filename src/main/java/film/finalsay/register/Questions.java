package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was asked of people. An answer counts for what was asked: if that is not what lies there any
 * more, it has to be looked at again.
 */
@Component
class Questions {

  private final QuestionRepository questions;
  private final Cases cases;
  private final Clock clock;

  Questions(QuestionRepository questions, Cases cases, Clock clock) {
    this.questions = questions;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * @param about which of several that the step asks at once; null if it asks one
   */
  void ask(HumanStep step, Case request, String about) {
    questions.insert(
        new Question(
            step.taskId(),
            request.key(),
            step.id(),
            request.fingerprint(),
            about,
            about == null ? null : step.assignee(),
            clock.instant(),
            false),
        step.groups().stream().sorted().collect(Collectors.joining(",")));
  }

  boolean isAsked(String taskId) {
    return questions.find(taskId).isPresent();
  }

  /**
   * @throws BusinessRuleException (conflict) if it was answered before, or never asked
   */
  void requireOpen(HumanStep step, Approval approval) {
    if (question(step, approval).answered()) {
      throw conflict("Somebody else was faster; this step is over.");
    }
  }

  /**
   * @return whether the question is this person's alone
   * @throws BusinessRuleException (forbidden) if it is another person's alone; (conflict) if it was
   *     never asked
   */
  boolean requireTheirs(HumanStep step, Approval approval, String person) {
    String theirs = question(step, approval).askedPerson();
    if (theirs != null && !theirs.equals(person)) {
      throw forbidden(
          "\"%s\" of %s is asked of %s, and of nobody in their place.",
          step.name(), approval.key(), theirs);
    }
    return theirs != null;
  }

  Instant askedAt(HumanStep step, Approval approval) {
    return question(step, approval).askedAt();
  }

  /** Which of several that the step asks at once; null if it asks one. */
  String about(HumanStep step, Approval approval) {
    return question(step, approval).about();
  }

  /**
   * Marks the question as answered. Call it with the approval locked.
   *
   * @param read the fingerprint of what was asked for when this person read its form last; empty if
   *     they have not
   * @throws BusinessRuleException (conflict) if it was answered before, or if it agrees to what has
   *     changed since it was asked and was not read since
   */
  Question answer(
      HumanStep step,
      Approval approval,
      String person,
      Outcome outcome,
      Supplier<Optional<String>> read) {
    Question question = question(step, approval);
    String subject = outcome.agrees() ? cases.of(approval).fingerprint() : null;
    if (outcome.agrees()
        && !question.subject().equals(subject)
        && !read.get().equals(Optional.of(subject))) {
      throw conflict(
          "%s is not what it was when you were asked: open it again and read it, or return or reject it.",
          approval.key());
    }
    if (!questions.answer(question, person, clock.instant())) {
      throw conflict("Somebody else was faster; this step is over.");
    }
    return question;
  }

  private Question question(HumanStep step, Approval approval) {
    return questions
        .find(step.taskId())
        .filter(found -> found.approvalKey().equals(approval.key()))
        .orElseThrow(() -> conflict("\"%s\" of %s was never asked.", step.name(), approval.key()));
  }
}
