package film.finalsay.personnel;

import film.finalsay.approval.ApprovalKind;

/** What is done about somebody's work on a film. */
enum Act {
  ENGAGE,
  /** Releases one person, and engages another in the same position. */
  REPLACE,
  /** Keeps somebody who is engaged for longer, for more money or none. */
  EXTEND,
  RELEASE;

  /** As the table of consents knows it. */
  String change() {
    return ApprovalKind.KEY_PERSONNEL.name() + "_" + name();
  }

  /** Whether somebody comes who was not there. */
  boolean engages() {
    return this == ENGAGE || this == REPLACE;
  }

  /** Whether somebody goes who was there. */
  boolean releases() {
    return this == REPLACE || this == RELEASE;
  }
}
