package film.finalsay.finance;

/** Whether a source has committed itself. */
public enum SourceState {
  CONFIRMED,
  PENDING
}
