package film.finalsay.cost;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks the executive producer what to do about an estimated final cost above the secured funds: by
 * the import of a report, or by hand once the last answer was no. Up to a cost that was accepted,
 * nothing stands against spending.
 */
@Component
class CostOverrunRequest implements RequestKind {

  private static final String REPORT = "report";
  private static final String EFC = "efc";
  private static final String SECURED = "securedFunds";
  private static final String PLAN = "plan";
  private static final int MOST_OVER = 5;

  private final CostQuestionRepository questions;
  private final CostReportRepository reports;
  private final HardStop stop;
  private final CostQuestions whatFollows;
  private final Clock clock;

  CostOverrunRequest(
      CostQuestionRepository questions,
      CostReportRepository reports,
      HardStop stop,
      CostQuestions whatFollows,
      Clock clock) {
    this.questions = questions;
    this.reports = reports;
    this.stop = stop;
    this.whatFollows = whatFollows;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
            ApprovalKind.COST_OVERRUN, "CO", Trait.ONE_AT_A_TIME, Trait.HAS_TO_BE_ANSWERED)
        .about(Scope.MONEY);
  }

  /**
   * Whoever has it back says what they mean to do; the figures stay those that were asked about.
   */
  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Content content =
        asking.amended() == null
            ? figures(film).with(PLAN, asking.sent().optionalLongText(PLAN).orElse(null))
            : asking.amended().content().with(PLAN, asking.sent().longText(PLAN));
    Money efc = content.money(EFC, film.currency());
    Money secured = content.money(SECURED, film.currency());
    Money excess = efc.minus(secured);
    return Submission.of(
            "Decide about the overrun of %s: %s estimated, %s secured"
                .formatted(excess.inWords(), efc.inWords(), secured.inWords()),
            excess,
            content)
        .and(
            request -> {
              if (asking.amended() == null) {
                questions.insertOverrun(request.key(), film, content.number(REPORT), efc, secured);
              }
            });
  }

  private Content figures(Film film) {
    HardStop.Cause cause =
        stop.of(film)
            .orElseThrow(
                () ->
                    conflict(
                        "%s has no estimated final cost above its secured funds to decide about.",
                        film.inWords()));
    return Content.of(REPORT, cause.report().number())
        .with(EFC, cause.report().efc().plain())
        .with(SECURED, cause.secured().plain());
  }

  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.putIfAbsent(PLAN, null);
    return subject;
  }

  @Override
  public Map<String, Object> variables(Case request) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(PLAN, request.content().find(PLAN).orElse(null));
    return variables;
  }

  /** Whoever accepts what is not covered says what is to be done. */
  @Override
  public void requireMayAnswer(Case request, GivenAnswer answer) {
    if (answer.outcome() == Outcome.APPROVE && answer.comment().isEmpty()) {
      throw invalid("comment", "is missing; whoever accepts an overrun writes how it is paid for.");
    }
  }

  @Override
  public Map<String, String> apply(Case request) {
    questions.acceptOverrun(request.key(), clock.instant());
    return Map.of(
        REPORT,
        request.content().text(REPORT),
        "acceptedEfc",
        request.content().text(EFC),
        SECURED,
        request.content().text(SECURED));
  }

  @Override
  public Runnable following(Case open) {
    boolean stood = stop.of(open.film()).isPresent();
    return () -> {
      if (stood) {
        whatFollows.followStop(open.film(), open.key());
      }
    };
  }

  /** The estimated final cost beside the secured funds, and the accounts that are most over. */
  @Override
  public Map<String, String> brief(Case request) {
    Content content = request.content();
    CostReport report = reports.find(request.film(), content.number(REPORT)).orElseThrow();
    Money efc = content.money(EFC, request.film().currency());
    Money secured = content.money(SECURED, request.film().currency());
    return Map.of(
        "reportText", report.inWords(),
        "efcText", efc.inWords(),
        "securedFundsText", secured.inWords(),
        "excessText", efc.minus(secured).inWords(),
        "planText", content.find(PLAN).map(Markdown::plain).orElse(""),
        "mostOver", mostOver(reports.accounts(request.film(), report.number())));
  }

  private static String mostOver(List<AccountCost> accounts) {
    String lines =
        accounts.stream()
            .filter(account -> account.figures().variance().isNegative())
            .sorted(Comparator.comparing(account -> account.figures().variance()))
            .limit(MOST_OVER)
            .map(CostOverrunRequest::line)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "No account is over its budget." : lines;
  }

  private static String line(AccountCost account) {
    CostFigures figures = account.figures();
    return "- %s: %s over (budget %s, EFC %s)"
        .formatted(
            Markdown.row(account.inWords()),
            figures.variance().negated().inWords(),
            figures.currentBudget().inWords(),
            figures.efc().inWords());
  }
}
