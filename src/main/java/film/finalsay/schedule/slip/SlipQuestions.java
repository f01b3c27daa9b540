package film.finalsay.schedule.slip;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Case;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.Schedules;
import film.finalsay.schedule.report.AfterCountersignature;
import film.finalsay.schedule.report.ProductionReport;
import film.finalsay.schedule.report.ShootingProgress;
import film.finalsay.schedule.slip.SlipTable.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks about a slip once for as long as it gets no worse. An open question about a smaller one is
 * withdrawn, and asked with the new figures.
 */
@Service
@Transactional
class SlipQuestions implements AfterCountersignature {

  private final Schedules schedules;
  private final ShootingProgress progress;
  private final SlipTable table;
  private final ApprovalRegister register;
  private final RunningProcesses processes;
  private final Films films;

  SlipQuestions(
      Schedules schedules,
      ShootingProgress progress,
      SlipTable table,
      ApprovalRegister register,
      RunningProcesses processes,
      Films films) {
    this.schedules = schedules;
    this.progress = progress;
    this.table = table;
    this.register = register;
    this.processes = processes;
    this.films = films;
  }

  @Override
  public void countersigned(Film film, ProductionReport report) {
    Schedule schedule = schedules.locked(film).orElseThrow();
    List<ProductionReport> reports = progress.countersigned(film);
    ProductionReport last = reports.get(reports.size() - 1);
    SlipFacts facts = SlipFacts.of(schedule, reports, last.shootingDate());
    table
        .ask(facts)
        .filter(answer -> isWorse(facts, film, schedule))
        .ifPresent(answer -> ask(film, report, answer));
  }

  /** Than what was asked about since the schedule was locked. */
  private boolean isWorse(SlipFacts facts, Film film, Schedule schedule) {
    BigDecimal now = new BigDecimal(facts.days());
    return register.filed(film, ScheduleSlipRequest.KIND).stream()
        .filter(one -> !one.approval().requestedAt().isBefore(schedule.lockedAt()))
        .map(one -> new BigDecimal(one.content().text(ScheduleSlipRequest.DAYS_BEHIND)))
        .noneMatch(before -> before.compareTo(now) >= 0);
  }

  private void ask(Film film, ProductionReport report, Answer answer) {
    register.filed(film, ScheduleSlipRequest.KIND).stream()
        .map(Case::approval)
        .filter(one -> !one.state().isFinal())
        .map(Approval::processInstanceId)
        .forEach(open -> processes.withdraw(open, "The shoot has fallen further behind."));
    processes.start(
        ScheduleSlipRequest.KIND, Map.of("film", film.id()), asking(film, report, answer));
  }

  /** Of the two who signed the report, one by whom who explains it is not kept from it. */
  private String asking(Film film, ProductionReport report, Answer answer) {
    Set<Role> entering = films.rolesOf(report.enteredBy(), film.id());
    boolean free =
        entering.stream().anyMatch(Role::maySubmit)
            && entering.stream().noneMatch(role -> role.mayActFor(answer.explainedBy()));
    return free ? report.enteredBy() : report.countersignedBy();
  }
}
