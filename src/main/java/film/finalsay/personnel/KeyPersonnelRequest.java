package film.finalsay.personnel;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.authority.AuthorityTable;
import film.finalsay.authority.Ruling;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.engine.tables.TableProbe.Figure;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks to engage somebody, to replace, extend or release them. A table says who decides; the
 * director and the lead cast are the executive producer's in any case.
 */
@Component
class KeyPersonnelRequest implements RequestKind {

  private static final AuthorityTable TABLE =
      new AuthorityTable(
          "key-personnel-authority",
          Map.of(
              "position", Stream.of(Position.values()).<Object>map(Enum::name).toList(),
              "reserved", List.of(true, false)),
          List.of(Figure.fromZero("cost")));

  private static final Set<Role> ASKING =
      EnumSet.of(
          Role.LINE_PRODUCER, Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  /** An editor's release waits for two working days: so many days, whatever day it is asked on. */
  private static final String TWO_WORKING_DAYS = "P4D";

  private final HireRules rules;
  private final Hiring hiring;
  private final Engagements engagements;
  private final GreenlightConsents consents;
  private final FilmGreenlight greenlight;
  private final FilmCosts costs;
  private final Films films;

  KeyPersonnelRequest(
      HireRules rules,
      Hiring hiring,
      Engagements engagements,
      GreenlightConsents consents,
      FilmGreenlight greenlight,
      FilmCosts costs,
      Films films) {
    this.rules = rules;
    this.hiring = hiring;
    this.engagements = engagements;
    this.consents = consents;
    this.greenlight = greenlight;
    this.costs = costs;
    this.films = films;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.KEY_PERSONNEL, "KP", Trait.ENDORSED)
        .askedBy(ASKING)
        .about(Scope.CREATIVE)
        .ruledBy(TABLE)
        .changing(Stream.of(Act.values()).map(Act::change).collect(Collectors.toSet()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Hire hire = rules.read(asking);
    Money cost = hire.cost(film);
    Money inAll = inAll(film, hire, asking.amended() == null ? "" : asking.amended().key());
    return Submission.of(
            hire.subject(),
            cost.minor() == 0 ? null : cost,
            hire.content().with("inAll", inAll.plain()))
        .ruledWith(
            Map.of(
                "position", hire.position().name(),
                "reserved", hire.reserved(),
                "cost", inAll.plain()))
        .doing(hire.does(film))
        .and(request -> engagements.asked(film, request.key(), hire.payee(), cost));
  }

  /**
   * What those whom it concerns cost with it in all: the dearer of two, so that neither the parts
   * of a deal nor who comes in the place of whom lower the level.
   */
  private Money inAll(Film film, Hire hire, String itself) {
    Money payee = engagements.standing(film, hire.payee(), itself).plus(hire.cost(film));
    if (hire.act() != Act.REPLACE) {
      return payee;
    }
    Money replaced = engagements.standing(film, hire.incumbent(), itself);
    return payee.compareTo(replaced) > 0 ? payee : replaced;
  }

  @Override
  public Map<String, Object> fields(Case request) {
    return request.content().values();
  }

  @Override
  public Map<String, Object> variables(Case request) {
    Hire hire = new Hire(request.content());
    boolean waits = hire.act().releases() && hire.position() == Position.EDITOR;
    return Map.of("consultationPeriod", waits ? TWO_WORKING_DAYS : "P3D");
  }

  @Override
  public void requireRuling(Map<String, Object> asked, Ruling ruling) {
    Position position = Position.valueOf(String.valueOf(asked.get("position")));
    if (position.isExecutive() && ruling.decidedBy() != Role.EXECUTIVE_PRODUCER) {
      throw conflict("The %s is the executive producer's to decide.", position.title());
    }
  }

  @Override
  public Set<Role> consulted(Case request) {
    return new Hire(request.content()).position().isCreative()
        ? EnumSet.of(Role.DIRECTOR)
        : Set.of();
  }

  @Override
  public Map<String, String> stakes(Case request) {
    Map<String, String> stakes = new TreeMap<>();
    for (String person : films.holdersOfRoles(request.film().id()).keySet()) {
      if (rules.isOne(person, request.content(), "whom")) {
        stakes.put(person, "it is about their engagement");
      }
      if (rules.isOne(person, request.content(), "name")) {
        stakes.put(person, "is hired by it");
      }
    }
    return stakes;
  }

  /** The director, the lead cast, whom a party counts on, and who goes on whom it was given. */
  @Override
  public Optional<GreenlightPart> changes(Case request) {
    Hire hire = new Hire(request.content());
    boolean key =
        hire.position().isExecutive()
            || hire.promised().contains(Hire.KEY_ELEMENT)
            || (hire.act().releases()
                && hire.position()
                    .attachment()
                    .filter(role -> greenlight.isGivenOn(request.film(), role, hire.find("whom")))
                    .isPresent());
    return key ? Optional.of(GreenlightPart.CAST) : Optional.empty();
  }

  @Override
  public String change(Case request) {
    return new Hire(request.content()).act().change();
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(RequestKind.super.rolesAsked(request), request);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Map<String, String> brief(Case request) {
    return Map.of(
        "consentsText", consents.inWords(request),
        "because", Markdown.plain(request.ruling().map(Ruling::because).orElse("")));
  }

  @Override
  public Set<String> documents(Case request) {
    return Stream.of("dealMemo", "castMedical")
        .flatMap(document -> request.content().find(document).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> accounts(Case request) {
    return request.content().find("account").map(Set::of).orElse(Set.of());
  }

  /** While the film is stopped, only an executive producer's own answer spends money. */
  @Override
  public void requireStillPossible(Case request) {
    rules.requireStillPossible(request);
    boolean pays = new Hire(request.content()).cost(request.film()).minor() > 0;
    boolean above =
        request.decisions().stream()
            .filter(decision -> decision.outcome() == Outcome.APPROVE)
            .reduce((earlier, later) -> later)
            .filter(last -> last.role() == Role.EXECUTIVE_PRODUCER)
            .isPresent();
    Optional<String> stop = pays && !above ? costs.hardStop(request.film()) : Optional.empty();
    if (stop.isPresent()) {
      throw conflict(
          "Nobody below the executive producer approves what is paid now: %s", stop.get());
    }
  }

  @Override
  public Map<String, String> apply(Case request) {
    return hiring.apply(request);
  }
}
