package film.finalsay.consent;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.authority.Ruling;
import film.finalsay.film.CompletionBonds;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Case;
import film.finalsay.register.Dependencies;
import film.finalsay.register.RecordedAnswers;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has to consent where something changes that a greenlight is based on. Whom a request is put
 * to, and on what terms, is settled when the executive producer has agreed to it, and stays so: a
 * party is held to what it was told, whatever a table says since.
 */
@Service
@Transactional
public class GreenlightConsents {

  private final JdbcClient jdbc;
  private final GreenlightConsentTable table;
  private final Dependencies dependencies;
  private final Films films;
  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final CompletionBonds bonds;
  private final Clock clock;

  GreenlightConsents(
      JdbcClient jdbc,
      GreenlightConsentTable table,
      Dependencies dependencies,
      Films films,
      ApprovalRegister register,
      RecordedAnswers answers,
      CompletionBonds bonds,
      Clock clock) {
    this.jdbc = jdbc;
    this.table = table;
    this.dependencies = dependencies;
    this.films = films;
    this.register = register;
    this.answers = answers;
    this.bonds = bonds;
    this.clock = clock;
  }

  /** The roles, and the parties whose consent a request would need today. */
  @Transactional(readOnly = true)
  public List<Role> after(List<Role> roles, Case request) {
    Set<Role> all = new LinkedHashSet<>(roles);
    all.addAll(needed(request).keySet());
    return List.copyOf(all);
  }

  /** As what the table of consents knows what a process asks for. */
  @Transactional(readOnly = true)
  public String change(String processInstanceId) {
    Case request = register.request(register.carriedBy(processInstanceId));
    return request.kind().change(request);
  }

  /**
   * Settles whom a request is put to now, and on what terms.
   *
   * @return in the order in which they are named everywhere; empty if nobody
   * @throws BusinessRuleException (conflict) if a party could not answer today, without who has
   *     answered already
   */
  public List<Role> ask(String processInstanceId) {
    Approval approval = register.lockCarriedBy(processInstanceId);
    Case request = register.request(approval);
    Map<Role, ConsentTerms> needed = needed(request);
    List<Role> parties = List.copyOf(needed.keySet());
    register.requireAnswerable(approval, parties);
    keep(approval, needed);
    if (!parties.isEmpty()) {
      register.ruled(
          approval,
          request.kind().decidedBy(request),
          Set.copyOf(parties),
          dependencies.changesGreenlight(request)
              ? "A greenlight that was given is based on what changes."
              : request.ruling().map(Ruling::because).orElse(""));
    }
    return parties;
  }

  /**
   * Stands before the effect: whose consent has to be on record.
   *
   * @throws BusinessRuleException (conflict) if consent is needed and nobody was asked for it
   */
  @Transactional(readOnly = true)
  public Set<Role> required(Case request) {
    Approval approval = request.approval();
    Set<Role> needed = needed(request).keySet();
    if (request.key() == null) {
      return needed;
    }
    Set<Role> parties = asked(approval).keySet();
    if (parties.isEmpty() && !needed.isEmpty()) {
      throw conflict(
          "%s needs consent, and it was not asked for: %s. Withdraw it, and file it anew.",
          approval.key(), titles(needed));
    }
    return parties;
  }

  /** Whose consent a request needs, as a person reads it. */
  @Transactional(readOnly = true)
  public String inWords(Case request) {
    Set<Role> parties = asked(request.approval()).keySet();
    if (!parties.isEmpty()) {
      return "Asked for: " + titles(parties) + ".";
    }
    Set<Role> needed = needed(request).keySet();
    return needed.isEmpty()
        ? "None is needed."
        : "Once the executive producer has agreed: " + titles(needed) + ".";
  }

  /** Keeps whom a request is put to, in place of whom it was put to before. */
  private void keep(Approval approval, Map<Role, ConsentTerms> asked) {
    jdbc.sql("delete from asked_consent where approval_key = :key")
        .param("key", approval.key())
        .update();
    asked.forEach((party, terms) -> insert(approval, party, terms));
  }

  /** Keeps on what terms one party is asked, in place of what was on file for it. */
  public void keep(String processInstanceId, Role party, ConsentTerms terms) {
    Approval approval = register.carriedBy(processInstanceId);
    jdbc.sql("delete from asked_consent where approval_key = :key and party = :party")
        .param("key", approval.key())
        .param("party", party.id())
        .update();
    insert(approval, party, terms);
  }

  private void insert(Approval approval, Role party, ConsentTerms terms) {
    Sql.insert(jdbc, "asked_consent")
        .set("approval_key", approval.key())
        .set("party", party.id())
        .set("deadline", terms.deadline().toString())
        .set("silence", terms.silence())
        .set("because", terms.because())
        .run();
  }

  private Map<Role, ConsentTerms> asked(Approval approval) {
    Map<Role, ConsentTerms> asked = new EnumMap<>(Role.class);
    jdbc.sql("select * from asked_consent where approval_key = :key")
        .param("key", approval.key())
        .query(
            row -> {
              ConsentTerms terms =
                  new ConsentTerms(
                      ConsentTerms.amount(row.getString("deadline")),
                      Outcome.valueOf(row.getString("silence")),
                      row.getString("because"));
              Role.ofId(row.getString("party")).ifPresent(party -> asked.put(party, terms));
            });
    return asked;
  }

  /**
   * Records that a party was silent until its deadline, as what it was told that this means.
   *
   * @param said the terms for who was asked before they were kept
   * @return on what terms it was asked
   * @throws BusinessRuleException (conflict) if the party was not asked, or still has time
   */
  public ConsentTerms wasSilent(
      String processInstanceId, String step, String name, Role party, Supplier<ConsentTerms> said) {
    Approval approval = register.carriedBy(processInstanceId);
    films.hold(approval.filmId());
    ConsentTerms terms = Optional.ofNullable(asked(approval).get(party)).orElseGet(said);
    terms.requirePassed(answers.askedSince(approval, step, party), clock.instant());
    answers.recordSilence(processInstanceId, step, name, party, terms.silence(), terms.because());
    return terms;
  }

  private Map<Role, ConsentTerms> needed(Case request) {
    Map<Role, ConsentTerms> needed = new EnumMap<>(Role.class);
    String change = request.kind().change(request);
    request
        .ruling()
        .map(Ruling::consents)
        .orElse(Set.of())
        .forEach(party -> needed.put(party, table.termsOfTheAsked(change, party)));
    if (!dependencies.changesGreenlight(request)) {
      return needed;
    }
    Set<Role> held = EnumSet.noneOf(Role.class);
    films.holdersOfRoles(request.film().id()).values().forEach(held::addAll);
    if (!bonds.isInForce(request.film().id())) {
      held.remove(Role.COMPLETION_GUARANTOR);
    }
    for (Role party : Role.PARTIES) {
      if (held.contains(party)) {
        table.terms(change, party).ifPresent(terms -> needed.putIfAbsent(party, terms));
      }
    }
    return needed;
  }

  private static String titles(Set<Role> parties) {
    return parties.stream().map(party -> "the " + party.title()).collect(Collectors.joining(", "));
  }
}
