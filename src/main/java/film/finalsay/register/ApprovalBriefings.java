package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Decision;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.People;
import film.finalsay.approval.PlainText;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ApprovalRepository approvals;
  private final Cases cases;
  private final Films films;
  private final People people;
  private final Withheld withheld;
  private final Clock clock;

  ApprovalBriefings(
      ApprovalRepository approvals,
      Cases cases,
      Films films,
      People people,
      Withheld withheld,
      Clock clock) {
    this.clock = clock;
    this.withheld = withheld;
    this.approvals = approvals;
    this.cases = cases;
    this.films = films;
    this.people = people;
  }

  /**
   * Texts by variable name.
   *
   * @param about which of several questions that the step asks at once; null if it asks one
   */
  Map<String, String> of(Approval approval, HumanStep step, String about) {
    Film film = films.byInput(approval.filmId());
    List<Decision> decisions = approvals.decisions(approval.key());
    Map<String, String> texts = new HashMap<>();
    texts.put("filmText", film.inWords());
    texts.put("approvalNumber", approval.key());
    texts.put("subject", approval.subject());
    texts.put(
        "requestedBy",
        people.nameOf(approval.requester()) + ", " + approval.requesterRole().title());
    texts.put("asOfText", MINUTE.format(clock.instant()));
    texts.put(FrozenVision.SHOWN, FrozenVision.of(film));
    texts.put("historyText", history(approval, decisions));
    texts.put("guidance", Answers.lastReturn(decisions));
    Case request = cases.of(approval);
    texts.putAll(request.kind().brief(request));
    if (about != null) {
      texts.putAll(request.kind().brief(request, step, about));
    }
    texts.replaceAll((name, text) -> PlainText.cleaned(text));
    return texts;
  }

  private String history(Approval approval, List<Decision> decisions) {
    Map<String, Instant> hidden = withheld.votesSince(List.of(approval.key()));
    List<Decision> open =
        decisions.stream()
            .filter(
                decision ->
                    !Withheld.covers(
                        hidden, approval.key(), decision.outcome(), decision.decidedAt()))
            .toList();
    if (open.isEmpty()) {
      return "None yet.";
    }
    return open.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(Decision decision) {
    String who =
        decision.person() == null
            ? "The " + decision.role().title()
            : Markdown.row(people.nameOf(decision.person())) + ", " + decision.role().title() + ",";
    String comment = decision.comment().isEmpty() ? "" : ": " + Markdown.row(decision.comment());
    return "- %s %s on %s (%s)%s"
        .formatted(
            who,
            decision.outcome().inWords(),
            DAY.format(decision.decidedAt()),
            Markdown.row(decision.stepName()),
            comment);
  }
}
