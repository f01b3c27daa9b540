package film.finalsay.effect;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.DrawnEffect;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.approval.PlainText;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.film.Films;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.DrawnEffects;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Signatures;
import film.finalsay.register.Submission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells whoever holds a role on the film's team, besides who asked, what was approved: by a notice
 * of which each takes note, or has had the time to. Nobody decides anything.
 */
@Component("notifyRole")
class NotifyRole implements DrawnEffect, Notices, RequestKind {

  private static final ApprovalKind NOTICE = new ApprovalKind("APPROVAL_NOTICE");
  private static final String ROLE = "role";
  private static final String TEXT = "text";
  private static final String NOTIFIED = "notifiedRole";
  private static final String READERS = "readers";
  private static final String PROCESS = "process";
  private static final int MAX_TEXT = 500;

  private final DrawnEffects effects;
  private final Films films;
  private final RunningProcesses processes;

  /** What is being told; who starts the process without it has nothing to tell. */
  private final ThreadLocal<Submission> told = new ThreadLocal<>();

  NotifyRole(DrawnEffects effects, Films films, RunningProcesses processes) {
    this.effects = effects;
    this.films = films;
    this.processes = processes;
  }

  @Override
  public List<String> problems(Map<String, String> values) {
    List<String> problems = new ArrayList<>();
    if (role(values).isEmpty()) {
      problems.add(
          "needs an extension property \"role\", one of "
              + Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", ")));
    }
    String text = values.getOrDefault(TEXT, "");
    if (text.isBlank() || text.length() > MAX_TEXT || PlainText.flawOf(text).isPresent()) {
      problems.add("needs an extension property \"text\" of at most 500 plain characters");
    }
    if (text.contains("${") || text.contains("#{")) {
      problems.add("has an expression in \"text\", which is shown as it stands");
    }
    return problems;
  }

  private static Optional<Role> role(Map<String, String> values) {
    return Optional.ofNullable(values.get(ROLE)).flatMap(Role::ofId);
  }

  @Override
  public void apply(String processInstanceId, Map<String, String> values) {
    effects.apply(
        processInstanceId,
        request -> {
          Role role = role(values).orElseThrow();
          Set<String> readers = tell(request, role, values.get(TEXT));
          return Map.of(NOTIFIED, role.id(), READERS, String.join(",", readers));
        });
  }

  @Override
  public Set<String> tell(String processInstanceId, Role role, String text) {
    return tell(effects.request(processInstanceId), role, text);
  }

  /** In the name of who asked, or of somebody else who may ask if they have left the team. */
  private Set<String> tell(Case request, Role role, String text) {
    Map<String, Set<Role>> team = films.holdersOfRoles(request.film().id());
    Set<String> readers = new TreeSet<>(team.keySet());
    readers.removeIf(person -> !team.get(person).contains(role));
    String asks =
        Signatures.asks(request.approval(), List.copyOf(readers), team)
            .orElseThrow(() -> conflict("Nobody on the team may ask others to take note."));
    readers.remove(asks);
    if (!readers.isEmpty()) {
      told.set(
          Submission.of(
              Excerpt.beginning(
                  "%s%s: %s"
                      .formatted(
                          request.key(),
                          request.approval().state() == ApprovalState.APPROVED
                              ? " is approved"
                              : "",
                          request.approval().subject()),
                  MAX_TEXT),
              null,
              Content.of(PROCESS, request.approval().processInstanceId())
                  .with(NOTIFIED, role.id())
                  .with(READERS, String.join(",", readers))
                  .with(TEXT, text)));
      try {
        processes.start(NOTICE, Map.of("film", request.film().id()), asks);
      } finally {
        told.remove();
      }
    }
    return readers;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(NOTICE, "AN", Trait.HAS_TO_BE_ANSWERED, Trait.GOES_ON_AFTER_DELIVERY)
        .askedBy(Role.SUBMITTING)
        .about(null);
  }

  @Override
  public ApprovalState goal() {
    return ApprovalState.ACKNOWLEDGED;
  }

  @Override
  public Submission submit(Asking asking) {
    return Optional.ofNullable(told.get())
        .orElseThrow(() -> conflict("A notice follows from what was approved; nobody starts it."));
  }

  @Override
  public Map<String, Object> variables(Case notice) {
    Content content = notice.content();
    return Map.of(NOTIFIED, content.text(NOTIFIED), READERS, content.text(READERS));
  }

  @Override
  public Map<String, String> brief(Case notice) {
    Case approved = effects.request(notice.content().text(PROCESS));
    return Map.of(
        "noticeText",
        Markdown.plain(notice.content().text(TEXT)),
        "approvedText",
        "%s, %s".formatted(approved.key(), Markdown.row(approved.approval().subject())),
        "askedText",
        approved.kind().told(approved, Role.ofId(notice.content().text(NOTIFIED)).orElseThrow()),
        "answersText",
        approved.decisions().stream()
            .map(one -> "- The %s %s".formatted(one.role().title(), one.outcome().inWords()))
            .collect(Collectors.joining("\n")));
  }

  /** Whose name it is filed in did not ask for it. */
  @Override
  public Map<String, String> card(Case notice, String about) {
    return Map.of(OnEveryForm.REQUESTED_BY, "the product itself");
  }
}
