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
import film.finalsay.register.ApprovalRegister;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a film's spending while conditions of its greenlight are open, with its vision frozen, or
 * once its greenlight counts no more.
 */
@Service
@Transactional
public class SpendingHold implements FilmSpending {

  private final JdbcClient jdbc;
  private final Conditions conditions;
  private final ApprovalRegister register;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  SpendingHold(
      JdbcClient jdbc,
      Conditions conditions,
      ApprovalRegister register,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.jdbc = jdbc;
    this.conditions = conditions;
    this.register = register;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * By which approval a film is greenlit on conditions.
   *
   * @param visionBefore null if it had none
   */
  private record Hold(String approvalKey, String visionBefore) {}

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
    Sql.insert(jdbc, "greenlit_on_conditions")
        .set("film_id", film.id())
        .set(new Hold(approval.key(), film.vision()))
        .run();
    ledger.append(
        film.id(),
        Event.of(Happening.GREENLIT_ON_CONDITIONS)
            .on(approval.key())
            .with("conditions", open.size())
            .with("vision", vision));
    return open;
  }

  /** What was approved on conditions is back with who prepares it, and the film in development. */
  public void release(String processInstanceId) {
    release(register.carriedBy(processInstanceId));
  }

  /** The film is back in development, if it was this approval that greenlit it on conditions. */
  public void release(Approval approval) {
    Film film = films.hold(approval.filmId());
    find(film.id(), approval)
        .ifPresent(
            hold -> {
              films.save(film.backInDevelopment(hold.visionBefore()));
              settled(approval);
              ledger.append(film.id(), Event.of(Happening.BACK_IN_DEVELOPMENT).on(approval.key()));
            });
  }

  /** The film is greenlit: nothing holds its budget any more. */
  public void settled(Approval approval) {
    jdbc.sql(
            """
            delete from greenlit_on_conditions where film_id = :film and approval_key = :approval
            """)
        .param("film", approval.filmId())
        .param("approval", approval.key())
        .update();
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
                  approval.key(), condition.number(), condition.state().inWords());
            });
    if (film.phase() == Phase.GREENLIT_ON_CONDITIONS && find(film.id(), approval).isEmpty()) {
      film.requireInDevelopment();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> hold(Film film) {
    return find(film.id())
        .map(hold -> stillOpen(film, hold.approvalKey()))
        .or(
            () ->
                findOverturned(film.id())
                    .map(
                        greenlight ->
                            "The greenlight of %s, %s, counts no more; nothing of its budget is spent before it is given anew."
                                .formatted(film.inWords(), greenlight)));
  }

  private String stillOpen(Film film, String approvalKey) {
    List<Condition> all = conditions.current(approvalKey);
    long open = all.stream().filter(one -> !one.state().isSettled()).count();
    return ("%s is greenlit on conditions, and %d of the %d of %s are open; nothing of its budget"
            + " is spent before all are met or waived.")
        .formatted(film.inWords(), open, all.size(), approvalKey);
  }

  private Optional<Hold> find(String filmId) {
    return jdbc.sql("select * from greenlit_on_conditions where film_id = :film")
        .param("film", filmId)
        .query(Sql.rows(Hold.class))
        .optional();
  }

  private Optional<Hold> find(String filmId, Approval approval) {
    return find(filmId).filter(hold -> hold.approvalKey().equals(approval.key()));
  }

  /** The film's last greenlight, if it was opened again or became void and none was given since. */
  private Optional<String> findOverturned(String filmId) {
    return jdbc.sql(
            """
            select approval_key, state from approval
            where film_id = :film and kind = 'GREENLIGHT'
              and state in ('APPROVED', 'REOPENED', 'VOID') and sealed_sha256 is not null
            order by settled_at desc limit 1
            """)
        .param("film", filmId)
        .query((row, n) -> Map.entry(row.getString("approval_key"), row.getString("state")))
        .optional()
        .filter(last -> !last.getValue().equals("APPROVED"))
        .map(Map.Entry::getKey);
  }
}
