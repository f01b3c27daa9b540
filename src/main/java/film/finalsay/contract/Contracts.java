package film.finalsay.contract;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Role;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts of a film that were approved, and the signing of them. */
@Service
@Transactional(readOnly = true)
public class Contracts {

  private static final Set<Role> SIGNING =
      EnumSet.of(
          Role.LINE_PRODUCER,
          Role.PRODUCER,
          Role.CO_EXECUTIVE_PRODUCER,
          Role.EXECUTIVE_PRODUCER,
          Role.LEGAL_COUNSEL);

  private static final String DOCUMENT = "document";
  private static final String SIGNED_ON = "signedOn";
  private static final int MOST_OF_A_WORD = 40;

  private final ContractRepository contracts;
  private final ApprovalRegister register;
  private final Documents documents;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  Contracts(
      ContractRepository contracts,
      ApprovalRegister register,
      Documents documents,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.contracts = contracts;
    this.register = register;
    this.documents = documents;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** A contract with all of it. */
  public record Whole(Contract contract, List<AccountAmount> accounts, List<Payment> payments) {}

  /** The newest first. */
  public List<Contract> page(Film film, int limit, long offset) {
    return contracts.page(film, limit, offset);
  }

  /**
   * @throws BusinessRuleException (not found) if none of this number was approved
   */
  public Whole one(Film film, int number) {
    Contract contract = found(film, number);
    return new Whole(
        contract, contracts.amounts(film, contract), contracts.payments(film, contract));
  }

  /** What is due when under all contracts: by the days, then what waits for a milestone. */
  public List<DuePayment> calendar(Film film, int limit, long offset) {
    return contracts.calendar(film, limit, offset);
  }

  /**
   * Enters that a contract is signed. It has to say, word for word, what was approved.
   *
   * @param document SHA-256 of the signed PDF
   * @param day not before that of the approval, and not to come
   * @throws BusinessRuleException (not found) if there is no such contract; (forbidden) if this
   *     person may not; (invalid) naming the field that is wrong; (conflict) if it is signed
   *     already, does not stand any more, or says something else than was approved
   */
  @Transactional
  public Whole sign(Film seen, int number, String document, LocalDate day, String person) {
    Film film = films.lock(seen.id());
    Role role = films.roleAmong(SIGNING, person, film, "enter that a contract is signed");
    Contract contract = found(film, number);
    requireUnsigned(contract);
    requireDay(contract, day);
    if (document.equals(contract.document())) {
      throw invalid(DOCUMENT, "is the one that was approved; the one that was signed is needed.");
    }
    requireSameWords(film, contract, documents.named(film, DOCUMENT, document));
    contracts.signed(contract.approvalKey(), document, day, person, clock.instant());
    ledger.append(
        film.id(),
        Event.of(Happening.CONTRACT_SIGNED)
            .by(person, role)
            .with("contract", contract.approvalKey())
            .with("counterparty", contract.counterparty())
            .with("approvedDocument", contract.document())
            .with("signedDocument", document)
            .with(SIGNED_ON, day));
    return one(film, number);
  }

  private Contract found(Film film, int number) {
    return contracts
        .find(film, number)
        .orElseThrow(() -> notFound("%s has no contract %d.", film.inWords(), number));
  }

  private void requireUnsigned(Contract contract) {
    if (contract.state() == Contract.State.SIGNED) {
      throw conflict("%s is signed already, on %s.", contract.approvalKey(), contract.signedOn());
    }
    ApprovalState state = register.byKey(contract.approvalKey()).state();
    if (state != ApprovalState.APPROVED) {
      throw conflict("%s is not approved any more: it is %s.", contract.approvalKey(), state);
    }
  }

  private void requireDay(Contract contract, LocalDate day) {
    LocalDate approved = LocalDate.ofInstant(contract.approvedAt(), ZoneOffset.UTC);
    if (day.isBefore(approved) || day.isAfter(LocalDate.now(clock))) {
      throw invalid(
          SIGNED_ON, "has to be a day from %s, when it was approved, to today.", approved);
    }
  }

  private void requireSameWords(Film film, Contract contract, Document signed) {
    List<String> approved =
        PdfWords.of(
            documents.content(documents.named(film, DOCUMENT, contract.document())), DOCUMENT);
    List<String> words = PdfWords.of(documents.content(signed), DOCUMENT);
    int same = 0;
    while (same < Math.min(approved.size(), words.size())
        && approved.get(same).equals(words.get(same))) {
      same++;
    }
    if (same < Math.max(approved.size(), words.size())) {
      throw conflict(
          "%s does not say what %s was approved with: word %d is %s there, and %s in what was approved."
              + " It is not signed. Ask for an amendment that is based on contract %d, or have signed"
              + " what was approved.",
          signed.fileName(),
          contract.approvalKey(),
          same + 1,
          word(words, same),
          word(approved, same),
          contract.number());
    }
  }

  private static String word(List<String> words, int place) {
    return place < words.size()
        ? "\"%s\"".formatted(Excerpt.beginning(words.get(place), MOST_OF_A_WORD))
        : "missing";
  }
}
