package film.finalsay.drawdown;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.FullName;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.approval.Scope;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks to draw money from a source of the finance plan. The executive producer decides, then the
 * completion guarantor and the financier consent; what arrives is entered by the production
 * accountant.
 */
@Component
class DrawdownRequest implements RequestKind {

  static final ApprovalKind DRAWDOWN = new ApprovalKind("DRAWDOWN");

  private static final Set<Role> ASKING =
      EnumSet.of(Role.PRODUCTION_ACCOUNTANT, Role.LINE_PRODUCER, Role.PRODUCER);
  private static final String STATED = "costsAsReported";
  private static final String PAYEE_NUMBER = "payeeNumber";
  private static final String PAYEE_ACCOUNT = "payeeAccount";

  private final DrawdownRules rules;
  private final DrawdownRepository drawdowns;
  private final Payees payees;
  private final GreenlightConsents consents;
  private final RunningProcesses processes;
  private final People people;
  private final Films films;

  DrawdownRequest(
      DrawdownRules rules,
      DrawdownRepository drawdowns,
      Payees payees,
      GreenlightConsents consents,
      RunningProcesses processes,
      People people,
      Films films) {
    this.rules = rules;
    this.drawdowns = drawdowns;
    this.payees = payees;
    this.consents = consents;
    this.processes = processes;
    this.people = people;
    this.films = films;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(DRAWDOWN, "DD", Trait.ENDORSED)
        .askedBy(ASKING)
        .about(Scope.MONEY)
        .changing(Set.of(DRAWDOWN.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Draw draw = Draw.sent(asking.sent(), film);
    if (!asking.sent().yesOrNo(STATED)) {
      throw invalid(STATED, "has to be true: costs to date are as the report has them.");
    }
    rules.require(film, draw, asking.amended() == null ? null : asking.amended().key());
    rules.requireTimely(film, draw);
    Payee payee = payee(film, draw);
    return Submission.of(
            "Draw %s from %s".formatted(draw.amount().inWords(), draw.inWords()),
            draw.amount(),
            draw.content()
                .with(Draw.PAYEE, payee.name())
                .with(PAYEE_NUMBER, payee.id())
                .with(PAYEE_ACCOUNT, payee.account())
                .with(STATED, true))
        .doing(
            "Draws %s from %s on %s, to %s (%s); %s would be left of what the source gives."
                .formatted(
                    draw.amount().inWords(),
                    draw.inWords(),
                    draw.valueDate(),
                    payee.name(),
                    payee.account(),
                    leftAfter(film, draw, asking.amended()).inWords()))
        .and(
            request ->
                drawdowns.save(
                    film,
                    request.key(),
                    draw.source(),
                    draw.tranche(),
                    draw.amount(),
                    draw.valueDate()));
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    List<Role> deciding = RequestKind.super.rolesAsked(request);
    return consents.after(deciding, request);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.FINANCE);
  }

  /** Whoever is paid does not decide it. */
  @Override
  public Map<String, String> stakes(Case request) {
    String payee = request.content().text(Draw.PAYEE);
    return films.holdersOfRoles(request.film().id()).keySet().stream()
        .filter(person -> FullName.same(fullName(person), payee))
        .collect(Collectors.toMap(person -> person, person -> "is paid by it"));
  }

  private String fullName(String person) {
    return people.nameOf(person).replace(" (" + person + ")", "");
  }

  /** The statement does not stay as it was: whoever amends makes it anew. */
  @Override
  public Map<String, Object> fields(Case request) {
    Map<String, Object> fields = new HashMap<>(request.content().values());
    fields.keySet().removeAll(Set.of(PAYEE_NUMBER, PAYEE_ACCOUNT));
    fields.put(STATED, null);
    return fields;
  }

  /** What the source and the tranche give, and what is gone of it. */
  @Override
  public Map<String, String> brief(Case request) {
    Film film = request.film();
    Draw draw = draw(request);
    List<Drawdown> others = others(film, request.key());
    Taken taken = DrawdownRules.ofSource(others, draw, film);
    Money gives =
        rules.find(film, draw.source()).map(source -> source.amount()).orElse(film.zero());
    return Map.of(
        "sourceText", Markdown.row(draw.source()),
        "givesText", gives.inWords(),
        "drawnText", taken.drawn().inWords(),
        "askedElsewhereText", taken.open().inWords(),
        "drawText", draw.amount().inWords(),
        "leftText", taken.left(gives).minus(draw.amount()).inWords(),
        "consentsText", consents.inWords(request));
  }

  @Override
  public void requireStillPossible(Case request) {
    Film film = request.film();
    Draw draw = draw(request);
    Content content = request.content();
    try {
      rules.require(film, draw, request.key());
      Payee payee = payee(film, draw);
      if (payee.id() != content.number(PAYEE_NUMBER)) {
        throw invalid(
            Draw.PAYEE,
            "%s is on the list with another account now, %s.",
            payee.name(),
            payee.account());
      }
    } catch (BusinessRuleException notAnyMore) {
      throw conflict("%s cannot be drawn any more: %s", request.key(), notAnyMore.getMessage());
    }
  }

  @Override
  public Map<String, String> apply(Case request) {
    Draw draw = draw(request);
    return Map.of(
        "drawn", draw.amount().plain(),
        "currency", draw.amount().currency().getCurrencyCode(),
        "source", draw.source(),
        "tranche", draw.tranche(),
        "sourceLeft", leftAfter(request.film(), draw, request).plain());
  }

  /** What arrives is asked for in the name of who decided, or else of somebody who may ask. */
  @Override
  public Runnable following(Case open) {
    Map<String, Set<Role>> team = films.holdersOfRoles(open.film().id());
    String asks =
        Stream.concat(
                open.decisions().stream()
                    .filter(given -> given.outcome() == Outcome.APPROVE && given.person() != null)
                    .filter(given -> given.askedRole() == Role.EXECUTIVE_PRODUCER)
                    .map(given -> given.person())
                    .filter(person -> maySubmit(team.getOrDefault(person, Set.of()))),
                team.keySet().stream().sorted().filter(person -> maySubmit(team.get(person))))
            .findFirst()
            .orElseThrow(() -> conflict("Nobody on the team may ask what has arrived."));
    return () ->
        processes.start(
            DrawdownReceipt.RECEIPT,
            Map.of("film", open.film().id(), DrawdownReceipt.DRAWDOWN, open.key()),
            asks);
  }

  private static boolean maySubmit(Set<Role> roles) {
    return roles.stream().anyMatch(Role::maySubmit);
  }

  private Payee payee(Film film, Draw draw) {
    return payees
        .named(film, draw.payee())
        .orElseThrow(
            () ->
                invalid(
                    Draw.PAYEE,
                    "\"%s\" is not on the list of payees of %s.",
                    draw.payee(),
                    film.inWords()));
  }

  private Money leftAfter(Film film, Draw draw, Case own) {
    List<Drawdown> others = others(film, own == null ? null : own.key());
    Money gives = rules.find(film, draw.source()).orElseThrow().amount();
    return DrawdownRules.ofSource(others, draw, film).left(gives).minus(draw.amount());
  }

  private List<Drawdown> others(Film film, String own) {
    return drawdowns.standing(film).stream().filter(one -> !one.approvalKey().equals(own)).toList();
  }

  private static Draw draw(Case request) {
    return Draw.onFile(request.content(), request.film());
  }
}
