package film.finalsay.greenlight.conditions;

import java.util.Locale;

/** Where a condition stands; met and waived are final. */
public enum ConditionState {
  OPEN,
  /** Its owner says that it is met. */
  REPORTED,
  MET,
  WAIVED,
  /** Its day has passed before it was confirmed. */
  LAPSED;

  public String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isSettled() {
    return this == MET || this == WAIVED;
  }
}
