package film.finalsay.personnel.web;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.personnel.Engagement;
import film.finalsay.personnel.Engagements;
import film.finalsay.personnel.FeeBasis;
import film.finalsay.personnel.Position;
import film.finalsay.web.Csv;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/engagements")
@Tag(name = "Key personnel")
class EngagementController {

  private final Engagements engagements;

  EngagementController(Engagements engagements) {
    this.engagements = engagements;
  }

  /**
   * @param approval the approval by which they were engaged
   * @param fee decimal string in the currency, for one unit
   * @param cost decimal string in the currency, in all
   * @param flags what was promised besides
   * @param changedBy the last approval that changed it
   */
  record EngagementView(
      String approval,
      Position position,
      String name,
      String person,
      String agent,
      String loanOut,
      String character,
      String account,
      Money fee,
      FeeBasis basis,
      Integer units,
      Money cost,
      Currency currency,
      LocalDate start,
      LocalDate stop,
      String credit,
      List<String> flags,
      String union,
      Engagement.State state,
      String changedBy,
      Instant engagedAt,
      Instant releasedAt) {

    static EngagementView of(Engagement one) {
      return new EngagementView(
          one.approvalKey(),
          one.position(),
          one.name(),
          one.person(),
          one.agent(),
          one.loanOut(),
          one.plays(),
          one.account(),
          one.fee(),
          one.basis(),
          one.units(),
          one.cost(),
          one.cost().currency(),
          one.starts(),
          one.stops(),
          one.credit(),
          one.flags().isEmpty() ? List.of() : List.of(one.flags().split(",")),
          one.guild(),
          one.state(),
          one.changedBy(),
          one.engagedAt(),
          one.releasedAt());
    }
  }

  @GetMapping
  @Operation(
      summary = "Who is engaged on the film, the newest first",
      description =
          "Those who were released included. Nobody writes it: an approval of key personnel does.")
  Page<EngagementView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(
        engagements.of(film, paging.limit(), paging.offset()), paging, EngagementView::of);
  }

  @GetMapping(path = "/export", produces = Csv.TYPE)
  @Operation(summary = "One page of the same as a file for a spreadsheet")
  ResponseEntity<byte[]> export(Film film, @Paging.Of(200) Paging paging) {
    Csv csv =
        new Csv(
            "approval",
            "position",
            "name",
            "character",
            "loanOut",
            "account",
            "fee",
            "basis",
            "units",
            "cost",
            "start",
            "stop",
            "credit",
            "state");
    engagements
        .of(film, paging.size(), paging.offset())
        .forEach(
            one ->
                csv.line(
                    one.approvalKey(),
                    one.position(),
                    one.name(),
                    one.plays(),
                    one.loanOut(),
                    one.account(),
                    one.fee(),
                    one.basis(),
                    one.units(),
                    one.cost(),
                    one.starts(),
                    one.stops(),
                    one.credit(),
                    one.state()));
    return csv.answer();
  }
}
