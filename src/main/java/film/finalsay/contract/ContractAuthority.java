package film.finalsay.contract;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.authority.AuthorityTable;
import film.finalsay.authority.Ruling;
import film.finalsay.contract.ContractFlag.Weight;
import film.finalsay.contract.ContractRepository.Standing;
import film.finalsay.engine.tables.TableProbe.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the table {@code contract-authority} is asked: a contract together with all that stands with
 * the same counterparty, so that splitting it lowers no level.
 *
 * @param cumulative all amounts
 * @param aboveTheLine whether any account of any of them is above the line
 * @param flags of all of them
 * @param related whether the counterparty is, or belongs to, somebody on the team
 */
record ContractAuthority(
    ContractType type,
    Money cumulative,
    boolean aboveTheLine,
    Set<ContractFlag> flags,
    boolean related) {

  private static final String TYPE = "type";
  private static final String FLAGS = "flags";
  private static final String CUMULATIVE = "cumulative";
  private static final String ABOVE_THE_LINE = "aboveTheLine";
  private static final String RELATED = "related";

  static final AuthorityTable TABLE =
      new AuthorityTable(
          "contract-authority",
          Map.of(
              TYPE, names(ContractType.values()),
              FLAGS, names(Weight.values()),
              ABOVE_THE_LINE, List.of(true, false),
              RELATED, List.of(true, false)),
          List.of(Figure.fromZero(CUMULATIVE)));

  private static List<Object> names(Enum<?>[] constants) {
    return Arrays.stream(constants).<Object>map(Enum::name).toList();
  }

  /**
   * @param others all that stand with the counterparty besides
   */
  static ContractAuthority of(
      ContractType type,
      Money amount,
      Set<ContractFlag> own,
      boolean aboveTheLine,
      boolean related,
      List<Standing> others) {
    Money cumulative = amount;
    Set<ContractFlag> flags = new TreeSet<>(own);
    for (Standing other : others) {
      cumulative = cumulative.plus(other.amount());
      flags.addAll(ContractFlag.read(other.flags()));
    }
    return new ContractAuthority(
        type,
        cumulative,
        aboveTheLine || others.stream().anyMatch(Standing::aboveTheLine),
        flags,
        related);
  }

  Map<String, Object> inputs() {
    return Map.of(
        TYPE, type.name(),
        FLAGS, Weight.of(flags).name(),
        CUMULATIVE, cumulative.plain(),
        ABOVE_THE_LINE, aboveTheLine,
        RELATED, related);
  }

  /**
   * What no edit of the table changes.
   *
   * @throws BusinessRuleException (invalid) if it says otherwise
   */
  static void require(Map<String, Object> asked, Ruling ruling) {
    boolean bringsMoney = ContractType.valueOf((String) asked.get(TYPE)).bringsMoney();
    if (bringsMoney && ruling.decidedBy() != Role.EXECUTIVE_PRODUCER) {
      throw invalid(
          TYPE, "is the executive producer's to decide: no other role binds the film to that.");
    }
    boolean heavy = asked.get(FLAGS).equals(Weight.HEAVY.name());
    if (heavy && ruling.decidedBy() == Role.PRODUCER) {
      throw invalid(
          FLAGS,
          "may not be a producer's alone: pay or play, final cut, an uncapped indemnity and a personal"
              + " guarantee go further up.");
    }
  }
}
