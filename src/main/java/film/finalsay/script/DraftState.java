package film.finalsay.script;

/** Where a draft stands. At most one draft of a film is approved. */
public enum DraftState {
  /** In an approval that is running. */
  PENDING,
  /** Came back with notes, and a new draft answers them. */
  RETURNED,
  REJECTED,
  WITHDRAWN,
  APPROVED,
  /** Was approved until its approval was opened again, or became void; may be submitted again. */
  OVERTURNED,
  /** Was approved until a later draft took its place. */
  SUPERSEDED
}
