package film.finalsay.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Outcome;
import film.finalsay.register.QuestionRepository.Shown;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was asked of people, and what their forms showed. An answer counts for what was shown: if
 * that is not what lies there any more, it has to be looked at again.
 */
@Component
class Questions {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private static final int AT_A_TIME = 50;

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
  void ask(HumanStep step, Approval approval, String about, Map<String, String> shown) {
    questions.insert(
        new Question(
            step.taskId(),
            approval.key(),
            step.id(),
            cases.of(approval).fingerprint(),
            Fingerprint.of(shown),
            about,
            about == null ? null : step.assignee(),
            clock.instant(),
            false),
        step.groups().stream().sorted().collect(Collectors.joining(",")),
        written(shown));
  }

  boolean isAsked(String taskId) {
    return questions.find(taskId).isPresent();
  }

  /**
   * @throws BusinessRuleException (conflict) if it was answered before, or never asked
   */
  void requireOpen(HumanStep step, Approval approval) {
    if (question(step, approval).answered()) {
      throw BusinessRuleException.conflict("Somebody else was faster; this step is over.");
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
      throw BusinessRuleException.forbidden(
          "\"%s\" of %s is asked of %s, and of nobody in their place."
              .formatted(step.name(), approval.key(), theirs));
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
   * @param sent everything that came with the answer
   * @throws BusinessRuleException (conflict) if it was answered before, or if it agrees to what has
   *     changed since; (invalid) if a text that was shown was sent back with another content
   */
  Question answer(
      HumanStep step, Approval approval, String person, Outcome outcome, Map<String, Object> sent) {
    Question question = question(step, approval);
    if (outcome.agrees() && !question.subject().equals(cases.of(approval).fingerprint())) {
      throw BusinessRuleException.conflict(
          "%s is not what it was when you were asked: return or reject it, so that it is put to you anew."
              .formatted(approval.key()));
    }
    requireAsShown(question, sent);
    if (!questions.answer(question, person, clock.instant())) {
      throw BusinessRuleException.conflict("Somebody else was faster; this step is over.");
    }
    return question;
  }

  /**
   * Lets the open questions of a film show another text than when they were asked. What they ask
   * about stays what it was.
   *
   * @param changed is given the tasks by which they are asked, some at a time
   */
  void showFromNowOn(String filmId, String name, String text, Consumer<Set<String>> changed) {
    String last = "";
    List<Shown> some;
    do {
      some = questions.openAfter(last, filmId, AT_A_TIME);
      Set<String> tasks = new HashSet<>();
      for (Shown one : some) {
        Map<String, String> texts = read(one.texts());
        if (!text.equals(texts.put(name, text))) {
          questions.show(one.taskId(), Fingerprint.of(texts), written(texts));
          tasks.add(one.taskId());
        }
        last = one.taskId();
      }
      changed.accept(tasks);
    } while (some.size() == AT_A_TIME);
  }

  private Question question(HumanStep step, Approval approval) {
    return questions
        .find(step.taskId())
        .filter(found -> found.approvalKey().equals(approval.key()))
        .orElseThrow(
            () ->
                BusinessRuleException.conflict(
                    "\"%s\" of %s was never asked.".formatted(step.name(), approval.key())));
  }

  private void requireAsShown(Question question, Map<String, Object> sent) {
    read(questions.texts(question))
        .forEach(
            (name, text) -> {
              if (sent.containsKey(name) && !text.equals(sent.get(name))) {
                throw BusinessRuleException.invalid(
                    name, "is what was shown to you; leave it out.");
              }
            });
  }

  private static String written(Map<String, String> texts) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(texts));
    } catch (JsonProcessingException onlyTexts) {
      throw new IllegalStateException(onlyTexts);
    }
  }

  private static TreeMap<String, String> read(String texts) {
    try {
      return JSON.readValue(texts, TEXTS);
    } catch (JsonProcessingException writtenByUs) {
      throw new IllegalStateException(writtenByUs);
    }
  }
}
