package film.finalsay.greenlight.conditions;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.film.FilmSpending;
import film.finalsay.film.Films;
import film.finalsay.film.Phase;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a film's spending while conditions of its greenlight are open, with its vision frozen, or
 * once its greenlight counts no more.
 */
@Service
@Transactional
public class SpendingHold implements FilmSpending {

  private final ConditionRepository repository;
  private final Conditions conditions;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  SpendingHold(
      ConditionRepository repository,
      Conditions conditions,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.repository = repository;
    this.conditions = conditions;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Freezes the vision, and lets nothing be spent until the conditions are settled.
   *
   * @return the conditions that count
   * @throws BusinessRuleException (conflict) unless the approval was given on conditions, or if the
   *     film is greenlit already
   */
  public List<Condition> begin(Approval approval, Film film, String vision) {
    List<Condition> open = conditions.current(approval);
    if (open.isEmpty() || open.stream().allMatch(one -> one.state().isSettled())) {
      throw conflict("%s was not approved on conditions.", approval.key());
    }
    films.save(film.greenlitOnConditions(vision, clock.instant()));
    repository.hold(film.id(), approval.key(), film.vision());
    ledger.append(
        film.id(),
        Event.of(Happening.GREENLIT_ON_CONDITIONS)
            .on(approval.key())
            .with("conditions", open.size())
            .with("vision", vision));
    return open;
  }

  /** The film is back in development, if it was this approval that greenlit it on conditions. */
  public void release(Approval approval) {
    Film film = films.lock(approval.filmId());
    repository
        .findHold(film.id())
        .filter(hold -> hold.approvalKey().equals(approval.key()))
        .ifPresent(
            hold -> {
              films.save(film.backInDevelopment(hold.visionBefore()));
              repository.release(film.id());
              ledger.append(film.id(), Event.of(Happening.BACK_IN_DEVELOPMENT).on(approval.key()));
            });
  }

  /** The film is greenlit: nothing holds its budget any more. */
  public void settled(Approval approval) {
    repository
        .findHold(approval.filmId())
        .filter(hold -> hold.approvalKey().equals(approval.key()))
        .ifPresent(hold -> repository.release(approval.filmId()));
  }

  /**
   * Stands before the effect.
   *
   * @throws BusinessRuleException (conflict) naming the first condition that is neither met nor
   *     waived, or if the film is greenlit on the conditions of another approval
   */
  @Transactional(readOnly = true)
  public void requireSettled(Approval approval, Film film) {
    boolean onConditions = approval.state() == ApprovalState.CONDITIONAL;
    conditions.current(approval).stream()
        .filter(condition -> onConditions && !condition.state().isSettled())
        .findFirst()
        .ifPresent(
            condition -> {
              throw conflict(
                  "%s takes no effect: condition %d is %s, neither met nor waived.",
                  approval.key(),
                  condition.number(),
                  condition.state().name().toLowerCase(Locale.ROOT));
            });
    boolean anothers =
        film.phase() == Phase.GREENLIT_ON_CONDITIONS
            && repository
                .findHold(film.id())
                .filter(hold -> hold.approvalKey().equals(approval.key()))
                .isEmpty();
    if (anothers) {
      film.requireInDevelopment();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> hold(Film film) {
    return repository
        .findHold(film.id())
        .map(hold -> stillOpen(film, hold.approvalKey()))
        .or(
            () ->
                repository
                    .findOverturned(film.id())
                    .map(
                        greenlight ->
                            "The greenlight of %s, %s, counts no more; nothing of its budget is spent before it is given anew."
                                .formatted(film.inWords(), greenlight)));
  }

  private String stillOpen(Film film, String approvalKey) {
    List<Condition> all = repository.findLastSet(approvalKey);
    long open = all.stream().filter(one -> !one.state().isSettled()).count();
    return ("%s is greenlit on conditions, and %d of the %d of %s are open; nothing of its budget is"
            + " spent before all are met or waived.")
        .formatted(film.inWords(), open, all.size(), approvalKey);
  }
}
