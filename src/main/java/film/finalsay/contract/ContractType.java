package film.finalsay.contract;

import java.util.Locale;

/** What a contract is about. */
public enum ContractType {
  TALENT,
  CREW,
  LOCATION,
  EQUIPMENT,
  FACILITY,
  MUSIC,
  RIGHTS,
  SERVICES,
  DISTRIBUTION,
  FINANCE,
  INSURANCE;

  /** Whether the film gets money by it: only an executive producer binds the film to that. */
  public boolean bringsMoney() {
    return this == DISTRIBUTION || this == FINANCE;
  }

  /** As a sentence writes it: {@code equipment}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
