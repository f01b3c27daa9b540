package film.finalsay.film;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;

/**
 * A film from development to delivery.
 *
 * @param id such as {@code NOVA}: 2 to 12 capital letters and digits, unique
 * @param kind which greenlight package it needs goes by that
 * @param currency the one currency of its budget
 * @param vision the vision statement; null until somebody has written one
 * @param visionFrozenAt when the greenlight froze the vision; null before
 * @param shootingDays days of principal photography planned, 0 if not planned yet
 * @param shootingDaysCompleted days shot, at most those planned
 */
public record Film(
    String id,
    String title,
    FilmKind kind,
    Currency currency,
    Phase phase,
    String vision,
    Instant visionFrozenAt,
    int shootingDays,
    int shootingDaysCompleted) {

  /** As a form names it: {@code Nova (NOVA)}. */
  public String inWords() {
    return title + " (" + id + ")";
  }

  /** Percent of the shooting days that are shot, from 0 to 100; 0 while none are planned. */
  public int percentShot() {
    return shootingDays == 0 ? 0 : 100 * shootingDaysCompleted / shootingDays;
  }

  public Money zero() {
    return Money.zero(currency);
  }

  Film withShootingDays(int planned, int completed) {
    return new Film(id, title, kind, currency, phase, vision, visionFrozenAt, planned, completed);
  }

  /** The film as its locked schedule and its production reports have it. */
  public Film counted(Phase reached, int planned, int completed) {
    return new Film(id, title, kind, currency, reached, vision, visionFrozenAt, planned, completed);
  }

  /**
   * The film as its greenlight leaves it: the vision frozen, the money about to be spent. If it was
   * greenlit on conditions, its vision stays frozen since then.
   *
   * @throws BusinessRuleException (conflict) if it is greenlit already
   */
  public Film greenlit(String frozenVision, Instant when) {
    if (phase == Phase.GREENLIT_ON_CONDITIONS) {
      return in(Phase.PRE_PRODUCTION, vision, visionFrozenAt);
    }
    requireInDevelopment();
    return in(Phase.PRE_PRODUCTION, frozenVision, when);
  }

  /**
   * The film while conditions of its greenlight are open: the vision frozen, nothing spent yet.
   *
   * @throws BusinessRuleException (conflict) if it is greenlit already, on conditions or without
   */
  public Film greenlitOnConditions(String frozenVision, Instant when) {
    requireInDevelopment();
    return in(Phase.GREENLIT_ON_CONDITIONS, frozenVision, when);
  }

  /**
   * The film once a greenlight on conditions is taken back, its vision free again.
   *
   * @param visionBefore null if it had none
   * @throws BusinessRuleException (conflict) unless it is greenlit on conditions
   */
  public Film backInDevelopment(String visionBefore) {
    if (phase != Phase.GREENLIT_ON_CONDITIONS) {
      throw conflict("%s is not greenlit on conditions.", inWords());
    }
    return in(Phase.DEVELOPMENT, visionBefore, null);
  }

  /**
   * The film once its delivery is signed off and accepted.
   *
   * @throws BusinessRuleException (conflict) if it is delivered already
   */
  public Film delivered() {
    requireUndelivered();
    return in(Phase.DELIVERED, vision, visionFrozenAt);
  }

  /** The film when its delivery counts no more: in post-production. */
  public Film undelivered() {
    return in(Phase.POST_PRODUCTION, vision, visionFrozenAt);
  }

  /**
   * Stands before all that changes the film's money, script or cut.
   *
   * @throws BusinessRuleException (conflict) if it is delivered
   */
  public void requireUndelivered() {
    if (phase == Phase.DELIVERED) {
      throw conflict(
          "%s is delivered: nothing of its money, its script or its cut changes any more, unless its"
              + " delivery is opened again.",
          inWords());
    }
  }

  private Film in(Phase newPhase, String newVision, Instant frozenAt) {
    return new Film(
        id,
        title,
        kind,
        currency,
        newPhase,
        newVision,
        frozenAt,
        shootingDays,
        shootingDaysCompleted);
  }

  /** The film when its greenlight counts no more: in development, the vision free again. */
  public Film ungreenlit() {
    return in(Phase.DEVELOPMENT, vision, null);
  }

  /**
   * @throws BusinessRuleException (conflict) if it is greenlit already
   */
  public void requireInDevelopment() {
    if (phase != Phase.DEVELOPMENT) {
      String where =
          phase == Phase.GREENLIT_ON_CONDITIONS
              ? ", on conditions"
              : "; it is in " + phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
      throw conflict("%s is greenlit already%s.", inWords(), where);
    }
  }
}
