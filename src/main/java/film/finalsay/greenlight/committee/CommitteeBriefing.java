package film.finalsay.greenlight.committee;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.People;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The committee's rule, the seat of whoever votes, and the votes once they are counted. */
@Component
public class CommitteeBriefing {

  /** What is left for the reasons of a form's text. */
  private static final int ROOM = 3000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Committees committees;
  private final Votes votes;
  private final People people;

  CommitteeBriefing(Committees committees, Votes votes, People people) {
    this.committees = committees;
    this.votes = votes;
    this.people = people;
  }

  public Map<String, String> of(Approval approval) {
    return Map.of(
        "committeeText",
        votes
            .standing(approval)
            .flatMap(
                tally -> committees.frozen(approval).map(rule -> counted(approval, rule, tally)))
            .orElse(""),
        "finalSayText",
        votes.standing(approval).map(CommitteeBriefing::finalSay).orElse(""));
  }

  public Map<String, String> about(Approval approval, HumanStep step, String about) {
    Optional<Committee> committee = committees.frozen(approval);
    if (!step.id().equals(Steps.CAST_VOTE) || committee.isEmpty()) {
      return Map.of();
    }
    List<Round> all = votes.rounds(approval);
    Round round = all.get(all.size() - 1);
    return Map.of(
        "seatText", seat(committee.get(), about), "ruleText", rule(committee.get(), round));
  }

  private static String seat(Committee committee, String person) {
    return committee.seats().stream()
        .filter(seat -> seat.person().equals(person))
        .findFirst()
        .map(
            seat ->
                "You vote in the seat **%s**%s"
                    .formatted(
                        Markdown.row(seat.title()),
                        seat.mayVeto() ? ", whose vote against it is a **veto**." : "."))
        .orElse("");
  }

  private String rule(Committee committee, Round round) {
    return "- %d seats vote until **%s**: %s\n- It takes %d votes, and of those for and against a %s.\n- %s"
        .formatted(
            round.voters().size(),
            TIME.format(round.dueAt()),
            committee.seats().stream()
                .filter(seat -> round.voters().contains(seat.number()))
                .map(seat -> named(seat) + (seat.mayVeto() ? " (veto)" : ""))
                .collect(Collectors.joining("; ")),
            committee.quorum(),
            committee.majority().inWords(),
            committee.votesHidden()
                ? "What each voted is hidden from everybody until all are in or the time is up."
                : "What each votes can be read at once.");
  }

  private String counted(Approval approval, Committee committee, Tally tally) {
    List<Round> all = votes.rounds(approval);
    List<Vote> cast = votes.of(approval, all.get(all.size() - 1));
    int room = ROOM / Math.max(1, cast.size());
    return "**%s**: %d for, %d against, %d abstained, %d did not vote (quorum %d, %s).\n\n%s"
        .formatted(
            tally.result().inWords(),
            tally.votesFor(),
            tally.votesAgainst(),
            tally.abstained(),
            tally.missing(),
            committee.quorum(),
            committee.majority().inWords(),
            cast.stream().map(vote -> line(vote, room)).collect(Collectors.joining("\n")));
  }

  private String line(Vote vote, int room) {
    String what =
        vote.outcome() == Outcome.VOTE_AGAINST && vote.seat().mayVeto()
            ? "vetoed it"
            : vote.outcome().inWords();
    String reason = vote.reason();
    String shown = reason.length() <= room ? reason : Excerpt.beginning(reason, room) + "…";
    return "- %s **%s**%s"
        .formatted(named(vote.seat()), what, shown.isEmpty() ? "" : ": " + Markdown.row(shown));
  }

  private String named(Seat seat) {
    return "%s (%s)"
        .formatted(Markdown.row(people.nameOf(seat.person())), Markdown.row(seat.title()));
  }

  private static String finalSay(Tally tally) {
    return switch (tally.result()) {
      case CARRIED -> "To reject it is to **override** the committee: write why.";
      case VETOED -> "A veto is not overridden: return it or reject it.";
      case NOT_CARRIED, TIED, NO_QUORUM ->
          "To greenlight it is to **override** the committee: write why.";
    };
  }
}
