package film.finalsay.reopening;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Markdown;
import film.finalsay.consent.GreenlightConsents;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is opened again and why, what rests on it, and who has to consent. */
@Component
class ReopeningBriefing {

  private final GreenlightConsents consents;

  ReopeningBriefing(GreenlightConsents consents) {
    this.consents = consents;
  }

  Map<String, String> of(
      Approval approval, Approval reopened, List<Approval> dependents, String reason) {
    return Map.of(
        "reopensText",
        line(reopened),
        "consequenceText",
        consequence(reopened, dependents),
        "reasonText",
        Markdown.plain(reason),
        "dependentsText",
        dependents.isEmpty()
            ? "Nothing."
            : dependents.stream()
                .map(dependent -> "- " + line(dependent))
                .collect(Collectors.joining("\n")),
        "consentsText",
        consents.inWords(approval));
  }

  private static String consequence(Approval reopened, List<Approval> dependents) {
    boolean greenlit =
        dependents.stream()
            .anyMatch(
                dependent ->
                    dependent.kind().equals(ApprovalKind.GREENLIGHT)
                        && dependent.state() == ApprovalState.APPROVED);
    if (reopened.kind().equals(ApprovalKind.GREENLIGHT)) {
      return "The film goes back to development, and nothing of its budget is spent until it is greenlit anew.";
    }
    return greenlit
        ? "Alone: the greenlight stands on what was approved. With all that rests on it: the film goes back to development, and nothing of its budget is spent until it is greenlit anew."
        : "The approval no longer counts; a new version can be approved in its place.";
  }

  private static String line(Approval approval) {
    return "%s, %s (%s)"
        .formatted(
            approval.key(),
            Markdown.row(approval.subject()),
            approval.state().name().toLowerCase(Locale.ROOT));
  }
}
