package film.finalsay.script;

/** Where a draft stands. At most one draft of a film is approved. */
public enum DraftState {
  /** In an approval that is running. */
  PENDING,
  APPROVED,
  /** Was approved until a later draft took its place. */
  SUPERSEDED
}
