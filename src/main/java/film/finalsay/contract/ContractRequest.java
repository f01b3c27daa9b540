package film.finalsay.contract;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.contract.ContractTerms.BASED_ON;
import static film.finalsay.contract.ContractTerms.DOCUMENT;
import static film.finalsay.contract.ContractTerms.QUOTES;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.Rows;
import film.finalsay.approval.Scope;
import film.finalsay.authority.Ruling;
import film.finalsay.commitment.Commitments;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmCosts;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks for a contract, or for an amendment of one. Approved, its amounts are committed on their
 * accounts, and its payments stand in the calendar; it is signed after that.
 */
@Component
class ContractRequest implements RequestKind {

  private static final ApprovalKind KIND = new ApprovalKind("CONTRACT");

  /** Of a counterparty that is related to somebody on the team. */
  private static final int QUOTES_NEEDED = 3;

  private static final String RELATED = "related";
  private static final String WITH_COUNTERPARTY = "withCounterparty";
  private static final String ABOVE_THE_LINE = "aboveTheLine";
  private static final String ALL_FLAGS = "flagsWithCounterparty";

  private final ContractRepository contracts;
  private final RelatedParties related;
  private final Commitments commitments;
  private final Documents documents;
  private final FilmBudgets budgets;
  private final FilmCosts costs;
  private final GreenlightConsents consents;
  private final Clock clock;

  ContractRequest(
      ContractRepository contracts,
      RelatedParties related,
      Commitments commitments,
      Documents documents,
      FilmBudgets budgets,
      FilmCosts costs,
      GreenlightConsents consents,
      Clock clock) {
    this.contracts = contracts;
    this.related = related;
    this.commitments = commitments;
    this.documents = documents;
    this.budgets = budgets;
    this.costs = costs;
    this.consents = consents;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(KIND, "CT", Trait.ENDORSED)
        .about(Scope.MONEY)
        .askedBy(Set.of(Role.LINE_PRODUCER, Role.PRODUCER))
        .ruledBy(ContractAuthority.TABLE)
        .changing(Set.of(KIND.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    ContractTerms terms = ContractTerms.read(asking.sent(), film);
    Optional<Contract> amends = amended(terms, film);
    requireAccounts(terms, film);
    PdfWords.of(documents.content(documents.named(film, DOCUMENT, terms.document())), DOCUMENT);
    Map<String, String> stakes = related.of(film, terms.counterparty().name());
    requireQuotes(terms, stakes, film);
    boolean aboveTheLine = isAboveTheLine(terms, film);
    ContractAuthority authority =
        ContractAuthority.of(
            terms.type(),
            terms.amount(),
            terms.flags(),
            aboveTheLine,
            !stakes.isEmpty(),
            contracts.standing(
                film,
                terms.counterparty(),
                asking.amended() == null ? null : asking.amended().key()));
    return Submission.of(
            "%s with %s: %s"
                .formatted(
                    amends
                        .map(contract -> "Amendment of " + contract.approvalKey())
                        .orElse("Contract"),
                    terms.counterparty().name(),
                    terms.purpose()),
            terms.amount().minor() == 0 ? null : terms.amount(),
            terms
                .content()
                .with(WITH_COUNTERPARTY, authority.cumulative().plain())
                .with(ABOVE_THE_LINE, authority.aboveTheLine())
                .with(ALL_FLAGS, ContractFlag.written(authority.flags()))
                .with(RELATED, stakes.isEmpty() ? null : RelatedParties.inWords(stakes)))
        .and(request -> contracts.save(film, request.key(), terms, aboveTheLine, amends))
        .ruledWith(authority.inputs())
        .doing(effect(terms));
  }

  /** An amendment is with the same counterparty, and about the same. */
  private Optional<Contract> amended(ContractTerms terms, Film film) {
    if (terms.basedOn() == null) {
      return Optional.empty();
    }
    Contract first =
        contracts
            .find(film, terms.basedOn())
            .orElseThrow(
                () -> invalid(BASED_ON, "%s has no contract %d.", film.inWords(), terms.basedOn()));
    if (!Counterparty.key(first.counterparty()).equals(terms.counterparty().key())) {
      throw invalid(
          ContractTerms.COUNTERPARTY,
          "has to be that of %s, %s.",
          first.approvalKey(),
          first.counterparty());
    }
    if (first.type() != terms.type()) {
      throw invalid(
          ContractTerms.TYPE, "has to be that of %s, %s.", first.approvalKey(), first.type());
    }
    return Optional.of(first);
  }

  private void requireAccounts(ContractTerms terms, Film film) {
    for (int i = 0; i < terms.amounts().size(); i++) {
      AccountAmount one = terms.amounts().get(i);
      Rows.at(
          "%s[%d].".formatted(ContractTerms.ACCOUNTS, i),
          () -> {
            commitments.require(film, one.account(), one.amount());
            return one;
          });
    }
  }

  private void requireQuotes(ContractTerms terms, Map<String, String> stakes, Film film) {
    Set<String> different = new HashSet<>();
    for (int i = 0; i < terms.quotes().size(); i++) {
      String field = "%s[%d]".formatted(QUOTES, i);
      if (!different.add(documents.named(film, field, terms.quotes().get(i)).sha256())) {
        throw invalid(field, "is there twice.");
      }
    }
    if (!stakes.isEmpty() && different.size() < QUOTES_NEEDED) {
      throw invalid(
          QUOTES,
          "has %d of the three that are needed, because the counterparty is related to %s.",
          different.size(),
          RelatedParties.inWords(stakes));
    }
  }

  private boolean isAboveTheLine(ContractTerms terms, Film film) {
    Set<String> charged = terms.byAccount().keySet();
    return budgets.figures(film).stream()
        .flatMap(budget -> budget.accounts().stream())
        .anyMatch(one -> one.section().equals("ATL") && charged.contains(one.number()));
  }

  private static String effect(ContractTerms terms) {
    String accounts =
        terms.amounts().stream()
            .map(one -> "%s on account %s".formatted(one.amount().inWords(), one.account()))
            .collect(Collectors.joining(", "));
    return accounts.isEmpty()
        ? "It may be signed; it commits no money of the film."
        : "It may be signed, and commits %s.".formatted(accounts);
  }

  @Override
  public void requireRuling(Map<String, Object> asked, Ruling ruling) {
    ContractAuthority.require(asked, ruling);
  }

  @Override
  public Set<Role> consulted(Case request) {
    return Set.of(Role.LEGAL_COUNSEL, Role.PRODUCTION_ACCOUNTANT);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Map<String, String> stakes(Case request) {
    return related.of(request.film(), request.content().text(ContractTerms.COUNTERPARTY));
  }

  @Override
  public Set<String> accounts(Case request) {
    return terms(request).byAccount().keySet();
  }

  @Override
  public Set<String> documents(Case request) {
    ContractTerms terms = terms(request);
    Set<String> all = new HashSet<>(terms.quotes());
    all.add(terms.document());
    return all;
  }

  @Override
  public Set<String> basedOn(Case request) {
    return Optional.ofNullable(terms(request).basedOn()).stream()
        .flatMap(number -> contracts.find(request.film(), number).stream())
        .map(Contract::approvalKey)
        .collect(Collectors.toSet());
  }

  @Override
  public Map<String, Object> fields(Case request) {
    Map<String, Object> fields = new HashMap<>();
    ContractTerms.FIELDS.forEach(field -> fields.put(field, request.content().values().get(field)));
    return fields;
  }

  @Override
  public Map<String, String> brief(Case request) {
    String links =
        documents(request).stream()
            .flatMap(sha256 -> documents.find(request.film().id(), sha256).stream())
            .map(document -> link(document, request.film()))
            .sorted()
            .collect(Collectors.joining());
    return Map.of(
        OnEveryForm.CONTENT,
        request.content().inWords() + links,
        "decidedBecause",
        Markdown.plain(request.ruling().map(Ruling::because).orElse("")));
  }

  private static String link(Document document, Film film) {
    return "\n- <a href=\"/api/films/%s/documents/%s\" target=\"_blank\">%s</a>"
        .formatted(film.id(), document.sha256(), Markdown.label(document.inWords()));
  }

  /** While the film is stopped, only an executive producer's own answer spends money. */
  @Override
  public void requireStillPossible(Case request) {
    Optional<String> stop =
        terms(request).amounts().isEmpty() ? Optional.empty() : costs.hardStop(request.film());
    boolean above =
        request.decisions().stream()
            .filter(decision -> decision.outcome() == Outcome.APPROVE)
            .reduce((earlier, later) -> later)
            .map(Decision::role)
            .filter(Role.EXECUTIVE_PRODUCER::equals)
            .isPresent();
    if (stop.isPresent() && !above) {
      throw conflict("Nobody below the executive producer approves a contract now: %s", stop.get());
    }
  }

  /**
   * @throws BusinessRuleException (conflict) if an account has not enough left any more
   */
  @Override
  public Map<String, String> apply(Case request) {
    ContractTerms terms = terms(request);
    Map<String, String> done = new HashMap<>();
    if (!terms.amounts().isEmpty()) {
      done.putAll(commitments.record(request, terms.byAccount()));
    }
    contracts.approved(request.key(), clock.instant());
    done.put("counterparty", terms.counterparty().name());
    done.put("document", terms.document());
    done.put("payments", String.valueOf(terms.payments().size()));
    return done;
  }

  /** As they were filed; that they agree was checked then. */
  private static ContractTerms terms(Case request) {
    Content content = request.content();
    return ContractTerms.read(Inputs.of(content.values()), request.film());
  }
}
