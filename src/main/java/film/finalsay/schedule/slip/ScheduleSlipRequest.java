package film.finalsay.schedule.slip;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Role;
import film.finalsay.effect.Notices;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import film.finalsay.schedule.Pages;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.Schedules;
import film.finalsay.schedule.report.ProductionReport;
import film.finalsay.schedule.report.ShootingProgress;
import film.finalsay.schedule.slip.SlipTable.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks why the shoot is behind, and tells whom the table names besides. Nobody decides anything:
 * other days are asked for by a schedule change.
 */
@Component
class ScheduleSlipRequest implements RequestKind {

  static final ApprovalKind KIND = new ApprovalKind("SCHEDULE_SLIP");
  static final String DAYS_BEHIND = "daysBehind";

  private static final String EXPLAINED_BY = "explainedBy";

  private final Schedules schedules;
  private final ShootingProgress progress;
  private final SlipTable table;
  private final Notices notices;

  ScheduleSlipRequest(
      Schedules schedules, ShootingProgress progress, SlipTable table, Notices notices) {
    this.schedules = schedules;
    this.progress = progress;
    this.table = table;
    this.notices = notices;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
        KIND, "SX", Trait.ONE_AT_A_TIME, Trait.HAS_TO_BE_ANSWERED, Trait.GOES_ON_AFTER_DELIVERY);
  }

  @Override
  public ApprovalState goal() {
    return ApprovalState.EXPLAINED;
  }

  @Override
  public Role decidedBy(Case request) {
    return Role.ofId(request.content().text(EXPLAINED_BY)).orElseThrow();
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Schedule schedule =
        schedules
            .locked(film)
            .orElseThrow(() -> conflict("%s has no locked schedule.", film.inWords()));
    List<ProductionReport> reports = progress.countersigned(film);
    if (reports.isEmpty()) {
      throw conflict("%s has no countersigned production report yet.", film.inWords());
    }
    LocalDate day = reports.get(reports.size() - 1).shootingDate();
    SlipFacts facts = SlipFacts.of(schedule, reports, day);
    Answer answer =
        table
            .ask(facts)
            .orElseThrow(
                () ->
                    invalid(
                        "film",
                        "%s is %s days behind its schedule, which nobody has to explain.",
                        film.inWords(),
                        facts.days()));
    Content content =
        Content.of("day", day)
            .with("pagesPlanned", Pages.inWords(facts.planned()))
            .with("pagesShot", Pages.inWords(facts.shot()))
            .with(DAYS_BEHIND, facts.days())
            .with("percentBehind", facts.percent())
            .with(EXPLAINED_BY, answer.explainedBy().id())
            .with("because", answer.because());
    return Submission.of(
            "Explain why %s is %s days behind its schedule".formatted(film.title(), facts.days()),
            null,
            content)
        .and(request -> tell(request, answer));
  }

  private void tell(Case request, Answer answer) {
    if (answer.told() != null) {
      notices.tell(request.approval().processInstanceId(), answer.told(), answer.because());
    }
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return Map.of(EXPLAINED_BY, request.content().text(EXPLAINED_BY));
  }
}
