package film.finalsay.reopening;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Role;
import film.finalsay.register.ApprovalRegister;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is opened again and why, what rests on it, and who has to consent. */
@Component
class ReopeningBriefing implements Briefing {

  private final Reopenings reopenings;
  private final ApprovalRegister register;

  ReopeningBriefing(Reopenings reopenings, ApprovalRegister register) {
    this.reopenings = reopenings;
    this.register = register;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.REOPENING;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    Reopening reopening = reopenings.onFile(approval);
    List<Approval> dependents = reopenings.dependents(approval);
    return Map.of(
        "reopensText",
        line(register.byKey(reopening.reopens())),
        "reasonText",
        Markdown.plain(reopening.reason()),
        "dependentsText",
        dependents.isEmpty()
            ? "Nothing."
            : dependents.stream()
                .map(dependent -> "- " + line(dependent))
                .collect(Collectors.joining("\n")),
        "consentsText",
        reopening.consents().isEmpty()
            ? "None: no greenlight recites it."
            : reopening.consents().stream().map(Role::title).collect(Collectors.joining(", ")));
  }

  private static String line(Approval approval) {
    return "%s, %s (%s)"
        .formatted(
            approval.key(),
            Markdown.plain(approval.subject()),
            approval.state().name().toLowerCase(Locale.ROOT));
  }
}
