package film.finalsay.drawdown;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks what has arrived of an approved drawdown, and when. If it is not what was asked for, a
 * producer takes note of the difference. Nobody decides anything.
 */
@Component
class DrawdownReceipt implements RequestKind {

  static final ApprovalKind RECEIPT = new ApprovalKind("DRAWDOWN_RECEIPT");
  static final String DRAWDOWN = "drawdown";

  private static final String ENTER = "userTask_enterArrival";
  private static final String ARRIVED = "arrived";
  private static final String ARRIVED_ON = "arrivedOn";

  private final DrawdownRepository drawdowns;
  private final DrawdownRules rules;
  private final Ledger ledger;
  private final Clock clock;

  DrawdownReceipt(DrawdownRepository drawdowns, DrawdownRules rules, Ledger ledger, Clock clock) {
    this.drawdowns = drawdowns;
    this.rules = rules;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What an answer says of the money. */
  private record Arrival(Money amount, LocalDate on) {}

  @Override
  public Declaration declared() {
    return Declaration.of(RECEIPT, "DA", Trait.HAS_TO_BE_ANSWERED, Trait.GOES_ON_AFTER_DELIVERY)
        .askedBy(Role.SUBMITTING)
        .about(Scope.MONEY);
  }

  @Override
  public ApprovalState goal() {
    return ApprovalState.ACKNOWLEDGED;
  }

  /** It follows from the approval; where that came to nothing, somebody may ask once more. */
  @Override
  public Submission submit(Asking asking) {
    String key = asking.sent().text(DRAWDOWN, 40);
    Drawdown drawn =
        drawdowns
            .find(asking.film(), key)
            .filter(one -> one.state() == ApprovalState.APPROVED)
            .orElseThrow(() -> invalid(DRAWDOWN, "\"%s\" is no approved drawdown.", key));
    if (drawn.arrived() != null || drawdowns.isReceiptOpen(key)) {
      throw conflict("What has arrived of %s is entered already, or asked for.", key);
    }
    return Submission.of(
            "Enter what arrived of %s: %s from %s"
                .formatted(
                    key,
                    drawn.amount().inWords(),
                    Tranche.inWords(drawn.source(), drawn.tranche())),
            drawn.amount(),
            Content.of(DRAWDOWN, key)
                .with("source", drawn.source())
                .with("tranche", drawn.tranche())
                .with("asked", drawn.amount().plain())
                .with("valueDate", drawn.valueDate()))
        .and(request -> drawdowns.askedFor(key, request.key()));
  }

  /** Whether somebody has to take note, once it was entered. */
  @Override
  public Map<String, Object> variables(Case request) {
    return Map.of("asAsked", drawn(request).arrivedAsAsked());
  }

  @Override
  public Map<String, String> card(Case request, String about) {
    return Map.of(OnEveryForm.REQUESTED_BY, "the product itself");
  }

  @Override
  public Map<String, String> brief(Case request) {
    Drawdown drawn = drawn(request);
    return Map.of(
        "sourceText",
        Markdown.row(Tranche.inWords(drawn.source(), drawn.tranche())),
        "askedText",
        drawn.amount().inWords(),
        "valueDateText",
        drawn.valueDate().toString(),
        "arrivedText",
        drawn.arrived() == null ? "" : drawn.arrived().inWords(),
        "arrivedOnText",
        drawn.arrivedOn() == null ? "" : drawn.arrivedOn().toString(),
        "differenceText",
        drawn.arrived() == null ? "" : difference(drawn).inWords());
  }

  @Override
  public void requireMayAnswer(Case request, GivenAnswer answer) {
    if (answer.step().id().equals(ENTER)) {
      arrival(request, answer.sent());
    }
  }

  @Override
  public void answered(Case request, GivenAnswer answer) {
    if (!answer.step().id().equals(ENTER)) {
      return;
    }
    Arrival arrival = arrival(request, answer.sent());
    drawdowns.arrived(drawn(request).approvalKey(), arrival.amount(), arrival.on());
    Drawdown drawn = drawn(request);
    ledger.append(
        request.film().id(),
        Event.of(Happening.DRAWDOWN_ARRIVED)
            .on(request.key())
            .by(answer.person(), answer.role())
            .with(DRAWDOWN, drawn.approvalKey())
            .with("asked", drawn.amount().plain())
            .with(ARRIVED, arrival.amount().plain())
            .with("difference", difference(drawn).plain())
            .with(ARRIVED_ON, arrival.on()));
  }

  @Override
  public Map<String, String> apply(Case request) {
    Drawdown drawn = drawn(request);
    boolean known =
        request.decisions().stream().anyMatch(given -> given.outcome() == Outcome.ACKNOWLEDGE);
    if (drawn.arrived() == null || (!drawn.arrivedAsAsked() && !known)) {
      throw conflict("What has arrived of %s is not on record.", drawn.approvalKey());
    }
    return Map.of(DRAWDOWN, drawn.approvalKey(), ARRIVED, drawn.arrived().plain());
  }

  private Arrival arrival(Case request, Inputs sent) {
    Film film = request.film();
    Drawdown drawn = drawn(request);
    Money amount =
        isNothing(sent.any(ARRIVED)) ? film.zero() : sent.money(ARRIVED, film.currency());
    LocalDate on =
        sent.optionalDate(ARRIVED_ON)
            .orElseThrow(() -> invalid(ARRIVED_ON, "is missing; a day as YYYY-MM-DD is needed."));
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today) || on.isBefore(today.minusYears(1))) {
      throw invalid(ARRIVED_ON, "has to be a day until today, %s, within the last year.", today);
    }
    requireWithinSource(film, drawn, amount);
    return new Arrival(amount, on);
  }

  /** What arrives is never more than the source gives: then the plan is not what it should be. */
  private void requireWithinSource(Film film, Drawdown drawn, Money arrived) {
    if (arrived.compareTo(drawn.amount()) <= 0) {
      return;
    }
    List<Drawdown> others =
        drawdowns.standing(film).stream()
            .filter(one -> !one.approvalKey().equals(drawn.approvalKey()))
            .toList();
    Taken taken = Taken.of(others, one -> one.source().equals(drawn.source()), film.currency());
    Money left =
        taken.left(
            rules.find(film, drawn.source()).map(source -> source.amount()).orElse(film.zero()));
    if (arrived.compareTo(left) > 0) {
      throw invalid(
          ARRIVED,
          "%s is more than %s has left, %s; save the finance plan with what it gives before.",
          arrived.inWords(),
          drawn.source(),
          left.inWords());
    }
  }

  private static boolean isNothing(Object sent) {
    return sent != null && sent.toString().strip().matches("0+(\\.0+)?");
  }

  /** Negative if less arrived. */
  private static Money difference(Drawdown drawn) {
    return drawn.arrived().minus(drawn.amount());
  }

  private Drawdown drawn(Case request) {
    return drawdowns.find(request.film(), request.content().text(DRAWDOWN)).orElseThrow();
  }
}
