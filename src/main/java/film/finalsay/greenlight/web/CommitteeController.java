package film.finalsay.greenlight.web;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.greenlight.committee.Committee;
import film.finalsay.greenlight.committee.Committees;
import film.finalsay.greenlight.committee.Majority;
import film.finalsay.greenlight.committee.Result;
import film.finalsay.greenlight.committee.Round;
import film.finalsay.greenlight.committee.Tally;
import film.finalsay.greenlight.committee.Vote;
import film.finalsay.greenlight.committee.Votes;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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

  CommitteeController(Committees committees, Votes votes, Withheld withheld) {
    this.committees = committees;
    this.votes = votes;
    this.withheld = withheld;
  }

  /**
   * @param of {@code film} if it is the film's own, {@code company} if not
   * @param obstacle why a greenlight asked for today would be refused; null if it would not
   */
  record PolicyView(String film, String of, Committee committee, String obstacle) {}

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

  record HearingView(String approval, Committee committee, List<RoundView> rounds) {}

  /**
   * @param quorum votes, abstentions among them
   * @param majority of the votes for and against
   * @param deadline a period such as P5D
   */
  record NewCommittee(
      @NotNull @Size(max = 40) List<NewSeat> seats,
      @NotNull @Min(1) @Max(9999) Integer quorum,
      @NotNull Majority majority,
      @NotNull @Size(max = 40) String deadline,
      @NotNull Boolean votesHidden) {}

  record NewSeat(
      @NotNull @Size(max = 100) String title,
      @NotNull @Size(max = 64) String person,
      Boolean veto) {}

  @GetMapping("/films/{film}/greenlight-committee")
  @Operation(
      summary = "The committee that votes on the film's greenlights to come",
      description = "The film's own, or else the company's.")
  PolicyView ofFilm(Film film) {
    return policy(film);
  }

  @PutMapping("/films/{film}/greenlight-committee")
  @Operation(
      summary = "Set the film's own committee, as its executive producer",
      description =
          "A quorum is of votes, abstentions among them, a majority of those for and against, a deadline"
              + " a period such as P5D. It concerns requests to come.")
  PolicyView set(Film film, @RequestBody Sent<NewCommittee> body, Viewer viewer) {
    committees.set(film, viewer, body.fields());
    return policy(film);
  }

  @DeleteMapping("/films/{film}/greenlight-committee")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Drop the film's own committee, as its executive producer")
  void drop(Film film, Viewer viewer) {
    committees.drop(film, viewer);
  }

  @GetMapping("/greenlight-committee")
  @Operation(summary = "The company's committee, for films without one of their own")
  Committee ofCompany() {
    return committees
        .ofCompany()
        .orElseThrow(() -> notFound("The company has no greenlight committee."));
  }

  @PutMapping("/greenlight-committee")
  @Operation(summary = "Set the company's committee, as an administrator")
  Committee setOfCompany(@RequestBody Sent<NewCommittee> body, Viewer viewer) {
    return committees.setOfCompany(viewer, body.fields());
  }

  @DeleteMapping("/greenlight-committee")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Drop the company's committee, as an administrator")
  void dropOfCompany(Viewer viewer) {
    committees.dropOfCompany(viewer);
  }

  @GetMapping("/approvals/{key}/committee")
  @Operation(
      summary = "The committee that a greenlight began with, and its votes",
      description = "Hidden votes show who has voted, and what, once they are counted.")
  HearingView hearing(Approval approval) {
    Committee committee =
        committees
            .frozen(approval)
            .orElseThrow(() -> notFound("No committee votes on %s.", approval.key()));
    Map<String, Instant> hidden = withheld.votesSince(Set.of(approval.key()));
    return new HearingView(
        approval.key(),
        committee,
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
                    policy.committee(),
                    committees.obstacle(film, policy.committee()).orElse(null)))
        .orElseThrow(() -> notFound("No committee votes on greenlights of %s.", film.id()));
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
