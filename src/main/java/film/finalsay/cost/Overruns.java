package film.finalsay.cost;

import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the question about an estimated final cost above the secured funds in step with the
 * reports.
 */
@Service
@Transactional
public class Overruns {

  private final OverrunRepository overruns;
  private final CostProcesses processes;
  private final HardStop stop;
  private final Ledger ledger;

  Overruns(OverrunRepository overruns, CostProcesses processes, HardStop stop, Ledger ledger) {
    this.overruns = overruns;
    this.processes = processes;
    this.stop = stop;
    this.ledger = ledger;
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

  private static Event came(HardStop.Cause cause) {
    return Event.of(Happening.HARD_STOP_CAME)
        .with("report", cause.report().number())
        .with("efc", cause.report().efc().plain())
        .with("securedFunds", cause.secured().plain());
  }
}
