package film.finalsay.cost;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Settlements;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the executive producer decides about an estimated final cost above the secured funds. */
@Service
@Transactional
public class Overruns {

  private final OverrunRepository overruns;
  private final CostProcesses processes;
  private final HardStop stop;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final Ledger ledger;
  private final Clock clock;

  Overruns(
      OverrunRepository overruns,
      CostProcesses processes,
      HardStop stop,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      Ledger ledger,
      Clock clock) {
    this.overruns = overruns;
    this.processes = processes;
    this.stop = stop;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What a new report, or other funds, mean for the hard stop. A question about those before is
   * withdrawn; if the stop stands, it is asked anew, where this person may ask. Call it with the
   * film locked.
   *
   * @param stood whether the stop stood before
   * @param because what is new, in a sentence
   */
  void follow(Film film, boolean stood, String because, String person, Role role) {
    Optional<HardStop.Cause> cause = stop.of(film);
    overruns.openProcess(film).ifPresent(process -> processes.withdraw(process, because));
    if (cause.isEmpty() && stood) {
      ledger.append(film.id(), Event.of(Happening.HARD_STOP_LIFTED).by(person, role));
    }
    if (cause.isPresent() && !stood) {
      ledger.append(film.id(), came(cause.get()).by(person, role));
    }
    if (cause.isPresent() && role.maySubmit()) {
      processes.decideOverrun(film, person);
    }
  }

  /**
   * Files the question: by the import of a report, or by hand once the last answer to it was no.
   *
   * @throws BusinessRuleException (conflict) if nothing stands against spending, or the question is
   *     open already
   */
  public Approval file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    HardStop.Cause cause =
        stop.of(film)
            .orElseThrow(
                () ->
                    BusinessRuleException.conflict(
                        "%s has no estimated final cost above its secured funds to decide about."
                            .formatted(film.inWords())));
    Overrun overrun =
        new Overrun(
            cause.report().number(),
            cause.report().efc(),
            cause.secured(),
            inputs.optionalLongText("plan").orElse(null));
    Approval approval =
        register.file(ApprovalKind.COST_OVERRUN, film, filing, subject(overrun), overrun.excess());
    overruns.insert(approval.key(), film, overrun);
    register.requested(approval);
    return approval;
  }

  /** Puts on file what whoever asks means to do about the overrun. */
  public Approval amend(Inputs inputs, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    Overrun overrun = onFile(approval, film).with(inputs.longText("plan"));
    Approval amended = register.amend(approval, subject(overrun), overrun.excess());
    overruns.updatePlan(amended.key(), overrun.plan());
    register.amended(amended);
    return amended;
  }

  /**
   * Approves, and in the same transaction accepts the estimated final cost: up to it, nothing
   * stands against spending.
   *
   * @throws BusinessRuleException (conflict) if the executive producer's answer is not on record
   */
  public void accept(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    Approval approval =
        settlements.approve(
            processInstanceId, ApprovalKind.COST_OVERRUN, Role.EXECUTIVE_PRODUCER, Set.of());
    Overrun overrun = onFile(approval, film);
    boolean stood = stop.of(film).isPresent();
    overruns.accept(approval.key(), clock.instant());
    settlements.tookEffect(
        approval,
        Map.of(
            "report", String.valueOf(overrun.report()),
            "acceptedEfc", overrun.efc().plain(),
            "securedFunds", overrun.secured().plain()));
    if (stood) {
      follow(film, approval.key());
    }
  }

  /**
   * What an approval means for the hard stop that stood before it. If it has lifted the stop, there
   * is no question left to the executive producer. Call it with the film locked.
   */
  void follow(Film film, String approvalKey) {
    if (stop.of(film).isPresent()) {
      return;
    }
    ledger.append(film.id(), Event.of(Happening.HARD_STOP_LIFTED).on(approvalKey));
    overruns
        .openProcess(film)
        .ifPresent(process -> processes.withdraw(process, approvalKey + " lifted the stop."));
  }

  /** The whole of what is asked, as texts by name. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval, Film film) {
    Overrun overrun = onFile(approval, film);
    Map<String, String> subject = new HashMap<>();
    subject.put("film", approval.filmId());
    subject.put("report", String.valueOf(overrun.report()));
    subject.put("efc", overrun.efc().plain());
    subject.put("securedFunds", overrun.secured().plain());
    subject.put("plan", overrun.plan());
    return subject;
  }

  /** What whoever asks means to do about it; empty until they say. */
  @Transactional(readOnly = true)
  public Optional<String> plan(Approval approval, Film film) {
    return Optional.ofNullable(onFile(approval, film).plan());
  }

  Overrun onFile(Approval approval, Film film) {
    return overruns.find(approval.key(), film).orElseThrow();
  }

  private static String subject(Overrun overrun) {
    return "Decide about the overrun of %s: %s estimated, %s secured"
        .formatted(
            overrun.excess().inWords(), overrun.efc().inWords(), overrun.secured().inWords());
  }

  private static Event came(HardStop.Cause cause) {
    return Event.of(Happening.HARD_STOP_CAME)
        .with("report", cause.report().number())
        .with("efc", cause.report().efc().plain())
        .with("securedFunds", cause.secured().plain());
  }
}
