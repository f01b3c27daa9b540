package film.finalsay.finance;

import java.util.Locale;

/** Where money for a film comes from. */
public enum SourceKind {
  EQUITY,
  /**
   * A minimum guarantee or licence fee for a territory or a window, sold before the film is made.
   */
  PRESALE,
  TAX_INCENTIVE,
  /** A public fund or a foundation; soft money that is no tax incentive. */
  GRANT,
  /** A loan against territories that are not sold yet. */
  GAP,
  /** A fee that its payee is paid only from what the film earns. */
  DEFERRAL;

  /** As a sentence writes it: {@code tax incentive}. */
  public String inWords() {
    return this == GAP ? "gap loan" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
