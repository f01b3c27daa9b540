package film.finalsay.greenlight.web;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.greenlight.committee.Committee;
import film.finalsay.greenlight.committee.Committees;
import film.finalsay.greenlight.committee.Majority;
import film.finalsay.greenlight.committee.Result;
import film.finalsay.greenlight.committee.Round;
import film.finalsay.greenlight.committee.Seat;
import film.finalsay.greenlight.committee.Tally;
import film.finalsay.greenlight.committee.Vote;
import film.finalsay.greenlight.committee.Votes;
import film.finalsay.register.ApprovalRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Greenlight committee")
class CommitteeController {

  private final Committees committees;
  private final Votes votes;
  private final Withheld withheld;
  private final ApprovalRegister register;
  private final Films films;

  CommitteeController(
      Committees committees,
      Votes votes,
      Withheld withheld,
      ApprovalRegister register,
      Films films) {
    this.committees = committees;
    this.votes = votes;
    this.withheld = withheld;
    this.register = register;
    this.films = films;
  }

  record SeatView(int number, String title, String person, boolean veto) {

    static SeatView of(Seat seat) {
      return new SeatView(seat.number(), seat.title(), seat.person(), seat.mayVeto());
    }
  }

  record CommitteeView(
      List<SeatView> seats, int quorum, Majority majority, String deadline, boolean votesHidden) {

    static CommitteeView of(Committee committee) {
      return new CommitteeView(
          committee.seats().stream().map(SeatView::of).toList(),
          committee.quorum(),
          committee.majority(),
          committee.deadline(),
          committee.votesHidden());
    }
  }

  /**
   * @param of {@code film} if it is the film's own, {@code company} if not
   * @param obstacle why a greenlight asked for today would be refused; null if it would not
   */
  record PolicyView(String film, String of, CommitteeView committee, String obstacle) {}

  /**
   * @param outcome null while it is hidden, or none was given yet
   * @param reason null while it is hidden, or none was given
   */
  record VoteView(
      int seat,
      String title,
      String person,
      boolean voted,
      Outcome outcome,
      String reason,
      Instant castAt) {}

  /**
   * @param result null, as the figures, until the votes are counted
   */
  record RoundView(
      int number,
      Instant openedAt,
      Instant dueAt,
      Integer votesFor,
      Integer votesAgainst,
      Integer abstained,
      Integer missing,
      Result result,
      List<VoteView> votes) {}

  record HearingView(String approval, CommitteeView committee, List<RoundView> rounds) {}

  @GetMapping("/films/{film}/greenlight-committee")
  @Operation(
      summary = "The committee that votes on the film's greenlights to come",
      description = "The film's own, or else the company's.")
  PolicyView ofFilm(@PathVariable String film, Authentication login) {
    return policy(films.seenBy(Viewers.of(login), film));
  }

  @PutMapping("/films/{film}/greenlight-committee")
  @Operation(
      summary = "Set the film's own committee, as its executive producer",
      description =
          "Body: seats (a list of title, person, and veto, which may be left out), quorum (votes, abstentions among them),"
              + " majority (SIMPLE or TWO_THIRDS of the votes for and against), deadline (a period such"
              + " as P5D), votesHidden. It concerns requests to come.")
  PolicyView set(
      @PathVariable String film, @RequestBody Map<String, Object> body, Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    committees.set(seen, Viewers.of(login), body);
    return policy(seen);
  }

  @DeleteMapping("/films/{film}/greenlight-committee")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Drop the film's own committee, as its executive producer")
  void drop(@PathVariable String film, Authentication login) {
    committees.drop(films.seenBy(Viewers.of(login), film), Viewers.of(login));
  }

  @GetMapping("/greenlight-committee")
  @Operation(summary = "The company's committee, for films without one of their own")
  CommitteeView ofCompany() {
    return committees
        .ofCompany()
        .map(CommitteeView::of)
        .orElseThrow(
            () -> BusinessRuleException.notFound("The company has no greenlight committee."));
  }

  @PutMapping("/greenlight-committee")
  @Operation(summary = "Set the company's committee, as an administrator; the body as for a film")
  CommitteeView setOfCompany(@RequestBody Map<String, Object> body, Authentication login) {
    return CommitteeView.of(committees.setOfCompany(Viewers.of(login), body));
  }

  @DeleteMapping("/greenlight-committee")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Drop the company's committee, as an administrator")
  void dropOfCompany(Authentication login) {
    committees.dropOfCompany(Viewers.of(login));
  }

  @GetMapping("/approvals/{key}/committee")
  @Operation(
      summary = "The committee that a greenlight began with, and its votes",
      description = "Hidden votes show who has voted, and what, once they are counted.")
  HearingView hearing(@PathVariable String key, Authentication login) {
    Approval approval = register.byKey(key);
    films.seenBy(Viewers.of(login), approval.filmId());
    Committee committee =
        committees
            .frozen(approval)
            .orElseThrow(
                () -> BusinessRuleException.notFound("No committee votes on %s.".formatted(key)));
    Map<String, Instant> hidden = withheld.votesSince(Set.of(key));
    return new HearingView(
        key,
        CommitteeView.of(committee),
        votes.rounds(approval).stream().map(round -> view(approval, round, hidden)).toList());
  }

  private PolicyView policy(Film film) {
    return committees
        .of(film)
        .map(
            policy ->
                new PolicyView(
                    film.id(),
                    policy.ofFilm() ? "film" : "company",
                    CommitteeView.of(policy.committee()),
                    committees.obstacle(film, policy.committee()).orElse(null)))
        .orElseThrow(
            () ->
                BusinessRuleException.notFound(
                    "No committee votes on greenlights of %s.".formatted(film.id())));
  }

  private RoundView view(Approval approval, Round round, Map<String, Instant> hidden) {
    Tally tally = round.tally();
    return new RoundView(
        round.number(),
        round.openedAt(),
        round.dueAt(),
        tally == null ? null : tally.votesFor(),
        tally == null ? null : tally.votesAgainst(),
        tally == null ? null : tally.abstained(),
        tally == null ? null : tally.missing(),
        tally == null ? null : tally.result(),
        votes.of(approval, round).stream().map(vote -> view(approval, vote, hidden)).toList());
  }

  private static VoteView view(Approval approval, Vote vote, Map<String, Instant> hidden) {
    boolean voted = vote.castAt() != null;
    boolean shown =
        !voted || !Withheld.covers(hidden, approval.key(), vote.outcome(), vote.castAt());
    return new VoteView(
        vote.seat().number(),
        vote.seat().title(),
        vote.seat().person(),
        voted,
        shown ? vote.outcome() : null,
        voted && shown ? vote.reason() : null,
        vote.castAt());
  }
}
