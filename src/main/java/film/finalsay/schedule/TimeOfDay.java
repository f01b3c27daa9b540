package film.finalsay.schedule;

/** When a scene plays. */
public enum TimeOfDay {
  DAY,
  NIGHT,
  DAWN,
  DUSK
}
