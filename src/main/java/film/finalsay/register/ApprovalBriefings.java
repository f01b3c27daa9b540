package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.People;
import film.finalsay.film.Films;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every form shows (who asks, what was said so far), completed by the briefing of the kind.
 */
@Service
@Transactional(readOnly = true)
class ApprovalBriefings {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final ApprovalRepository approvals;
  private final Films films;
  private final People people;
  private final Map<ApprovalKind, Briefing> byKind;

  ApprovalBriefings(
      ApprovalRepository approvals, Films films, People people, List<Briefing> briefings) {
    this.approvals = approvals;
    this.films = films;
    this.people = people;
    this.byKind = briefings.stream().collect(Collectors.toMap(Briefing::kind, Function.identity()));
  }

  /** Texts by variable name. */
  Map<String, String> of(Approval approval) {
    List<Decision> decisions = approvals.decisions(approval.key());
    Map<String, String> texts = new HashMap<>();
    texts.put("filmText", films.byInput(approval.filmId()).inWords());
    texts.put("approvalNumber", approval.key());
    texts.put("subject", approval.subject());
    texts.put(
        "requestedBy",
        people.nameOf(approval.requester()) + ", " + approval.requesterRole().title());
    texts.put("historyText", history(decisions));
    texts.put("guidance", Answers.lastReturn(decisions));
    texts.putAll(byKind.get(approval.kind()).of(approval));
    return texts;
  }

  private String history(List<Decision> decisions) {
    if (decisions.isEmpty()) {
      return "None yet.";
    }
    return decisions.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(Decision decision) {
    String who =
        decision.person() == null
            ? "The " + decision.role().title()
            : people.nameOf(decision.person()) + ", " + decision.role().title() + ",";
    String comment =
        decision.comment().isEmpty()
            ? ""
            : ": " + Markdown.plain(decision.comment().replaceAll("\\s*\\R\\s*", "; "));
    return "- %s %s on %s (%s)%s"
        .formatted(
            who,
            decision.outcome().inWords(),
            DAY.format(decision.decidedAt()),
            decision.stepName(),
            comment);
  }
}
