package film.finalsay.contract;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A term of a contract that weighs more than its amount. */
public enum ContractFlag {
  PAY_OR_PLAY("payOrPlay", true),
  EXCLUSIVITY("exclusivity", false),
  UNCAPPED_INDEMNITY("uncappedIndemnity", true),
  FOREIGN_LAW("foreignLaw", false),
  PERSONAL_GUARANTEE("personalGuarantee", true),
  FINAL_CUT("finalCut", true);

  private final String field;
  private final boolean neverAProducers;

  ContractFlag(String field, boolean neverAProducers) {
    this.field = field;
    this.neverAProducers = neverAProducers;
  }

  /** The field of the form that says it. */
  public String field() {
    return field;
  }

  /** How much the flags of a contract weigh, as the authority table is asked. */
  enum Weight {
    NONE,
    SOME,
    /** At least one that is never a producer's alone. */
    HEAVY;

    static Weight of(Collection<ContractFlag> flags) {
      return flags.isEmpty()
          ? NONE
          : flags.stream().anyMatch(flag -> flag.neverAProducers) ? HEAVY : SOME;
    }
  }

  /** As a column keeps them; empty if there are none. */
  static String written(Collection<ContractFlag> flags) {
    return flags.stream().sorted().map(ContractFlag::name).collect(Collectors.joining(","));
  }

  static Set<ContractFlag> read(String written) {
    return Arrays.stream(written.split(","))
        .filter(name -> !name.isEmpty())
        .map(ContractFlag::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
