package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.approval.People;
import film.finalsay.approval.PlainText;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Film;
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

  private static final int MAX_TEXT = 2 * PlainText.LONG_UNITS;

  private final People people;
  private final Withheld withheld;
  private final Clock clock;

  ApprovalBriefings(People people, Withheld withheld, Clock clock) {
    this.clock = clock;
    this.withheld = withheld;
    this.people = people;
  }

  /**
   * Texts by variable name.
   *
   * @param about which of several questions that the step asks at once; null if it asks one
   */
  Map<String, String> of(Case request, HumanStep step, String about) {
    Map<String, String> texts = card(request, about);
    texts.put(OnEveryForm.FILM, request.film().inWords());
    texts.put(OnEveryForm.AS_OF, MINUTE.format(clock.instant()));
    texts.put(OnEveryForm.FROZEN_VISION, frozenVision(request.film()));
    texts.put(OnEveryForm.HISTORY, history(request.approval(), request.decisions()));
    texts.put(OnEveryForm.GUIDANCE, Answers.lastReturn(request.decisions()));
    texts.put(OnEveryForm.CONTENT, request.content().inWords());
    texts.putAll(request.kind().brief(request));
    if (about != null) {
      texts.putAll(request.kind().brief(request, step, about));
    }
    texts.replaceAll((name, text) -> shortened(PlainText.cleaned(text)));
    return texts;
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : Excerpt.beginning(text, MAX_TEXT - 1) + "…";
  }

  /**
   * What the task list tells of a step, as texts by variable name.
   *
   * @param about which of several questions that the step asks at once; null if it asks one
   */
  Map<String, String> card(Case request, String about) {
    Approval approval = request.approval();
    Map<String, String> texts = new HashMap<>();
    texts.put(OnEveryForm.NUMBER, approval.key());
    texts.put(OnEveryForm.SUBJECT, approval.subject());
    texts.put(
        OnEveryForm.REQUESTED_BY,
        people.nameOf(approval.requester()) + ", " + approval.requesterRole().title());
    texts.putAll(request.kind().card(request, about));
    texts.replaceAll((name, text) -> PlainText.cleaned(text));
    return texts;
  }

  /** Empty until a greenlight has frozen it. */
  private static String frozenVision(Film film) {
    return film.visionFrozenAt() == null ? "" : Markdown.plain(film.vision());
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
