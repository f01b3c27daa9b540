package film.finalsay.delivery;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Decision;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks to deliver the film. Four people sign: a producer for time, an executive producer for money,
 * another for the picture, another producer for technical quality; then the distributor accepts, or
 * lets its time pass. After that nothing of the film's money, script or cut changes any more.
 */
@Component
class DeliveryRequest implements RequestKind {

  static final ApprovalKind DELIVERY = new ApprovalKind("DELIVERY");

  private static final String QC_REPORT = "qcReport";
  private static final String COST_STATEMENT = "costStatement";
  private static final String NOTE = "note";
  private static final int SHA_256 = 64;

  private static final Set<Role> ASKING =
      EnumSet.of(
          Role.POST_SUPERVISOR,
          Role.LINE_PRODUCER,
          Role.PRODUCER,
          Role.CO_EXECUTIVE_PRODUCER,
          Role.EXECUTIVE_PRODUCER);

  /** Who signs for money and for the picture, and who for time and technical quality. */
  private static final List<Role> SIGNING =
      List.of(Role.EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER, Role.PRODUCER, Role.PRODUCER);

  private static final Set<Role> PREPARING =
      EnumSet.of(Role.PRODUCTION_ACCOUNTANT, Role.POST_SUPERVISOR);

  private final DeliveryFacts facts;
  private final DeliverySchedules schedules;
  private final GreenlightConsents consents;
  private final Documents documents;
  private final Films films;

  DeliveryRequest(
      DeliveryFacts facts,
      DeliverySchedules schedules,
      GreenlightConsents consents,
      Documents documents,
      Films films) {
    this.facts = facts;
    this.schedules = schedules;
    this.consents = consents;
    this.documents = documents;
    this.films = films;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
            DELIVERY,
            "DL",
            Trait.ONE_AT_A_TIME,
            Trait.CAN_BE_OVERTURNED,
            Trait.GOES_ON_AFTER_DELIVERY)
        .askedBy(ASKING)
        .changing(Set.of(DELIVERY.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Content content =
        facts
            .of(film)
            .with(QC_REPORT, document(asking.sent(), QC_REPORT, film))
            .with(COST_STATEMENT, document(asking.sent(), COST_STATEMENT, film))
            .with(NOTE, asking.sent().optionalLongText(NOTE).orElse(null));
    return Submission.of("Deliver %s".formatted(film.title()), null, content)
        .doing(
            "Delivers %s once four people have signed and its distributor has accepted it; nothing of"
                    .formatted(film.title())
                + " its money, its script or its cut changes after that.");
  }

  private String document(Inputs sent, String field, Film film) {
    return documents.named(film, field, sent.text(field, SHA_256)).sha256();
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    List<Role> all = new ArrayList<>(SIGNING);
    all.addAll(consents.after(List.of(), request));
    return all;
  }

  @Override
  public List<Role> approvedBy(Case request) {
    return SIGNING;
  }

  @Override
  public Set<Role> consulted(Case request) {
    return EnumSet.of(Role.DIRECTOR);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.DELIVERY);
  }

  @Override
  public Map<String, Object> fields(Case request) {
    Map<String, Object> fields = new HashMap<>();
    for (String field : List.of(QC_REPORT, COST_STATEMENT, NOTE)) {
      fields.put(field, request.content().find(field).orElse(null));
    }
    return fields;
  }

  /** What is delivered, and what those who sent it back want cured. */
  @Override
  public Map<String, String> brief(Case request) {
    return Map.of(
        "deliveredText",
        schedules.all(request.film()).stream()
            .map(item -> "- " + Markdown.row(item.inWords()))
            .collect(Collectors.joining("\n")),
        "finalCostText",
        "%s by cost report %s"
            .formatted(
                request
                    .content()
                    .money(DeliveryFacts.FINAL_COST, request.film().currency())
                    .inWords(),
                request.content().text(DeliveryFacts.COST_REPORT)),
        "scriptText",
        Markdown.row(request.content().find(DeliveryFacts.SCRIPT).orElse("None")),
        "cutText",
        Markdown.row(request.content().find(DeliveryFacts.CUT).orElse("Not kept here")),
        "qcReportText",
        named(request, QC_REPORT),
        "costStatementText",
        named(request, COST_STATEMENT),
        "noteText",
        request.content().find(NOTE).map(Markdown::plain).orElse(""),
        "toCureText",
        sinceSubmitted(request).stream()
            .filter(
                answer -> answer.outcome() == Outcome.RETURN || answer.outcome() == Outcome.REFUSE)
            .map(
                answer ->
                    "- %s, the %s: %s"
                        .formatted(
                            Markdown.row(answer.stepName()),
                            answer.role().title(),
                            Markdown.row(answer.comment())))
            .collect(Collectors.joining("\n")));
  }

  private String named(Case request, String field) {
    return documents
        .find(request.film().id(), request.content().text(field))
        .map(document -> Markdown.row(document.inWords()))
        .orElse("");
  }

  private static List<Decision> sinceSubmitted(Case request) {
    List<Decision> all = request.decisions();
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      from = all.get(i).outcome() == Outcome.RESUBMIT ? i + 1 : from;
    }
    return all.subList(from, all.size());
  }

  @Override
  public Set<String> documents(Case request) {
    Set<String> all =
        schedules.all(request.film()).stream()
            .map(DeliveryItem::evidence)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    all.add(request.content().text(QC_REPORT));
    all.add(request.content().text(COST_STATEMENT));
    return all;
  }

  /** Whoever agrees does so on what was filed; an objection says to what. */
  @Override
  public void requireMayAnswer(Case request, GivenAnswer answer) {
    if (answer.outcome() == Outcome.APPROVE || answer.outcome() == Outcome.CONSENT) {
      facts.requireStill(request.film(), request.content());
    }
    if (answer.outcome() == Outcome.REFUSE
        && schedules.all(request.film()).stream()
            .noneMatch(item -> item.isNamedIn(answer.comment()))) {
      throw invalid(
          "comment", "has to name each item that you object to as the delivery schedule does.");
    }
  }

  @Override
  public void answered(Case request, GivenAnswer answer) {
    if (answer.outcome() == Outcome.REFUSE) {
      schedules.objected(request.film(), answer.comment(), answer.person(), answer.role());
    }
  }

  @Override
  public void requireStillPossible(Case request) {
    for (Role role : PREPARING) {
      if (sinceSubmitted(request).stream()
          .noneMatch(
              answer -> answer.outcome() == Outcome.PREPARED && answer.askedRole() == role)) {
        throw conflict(
            "%s takes no effect: what the %s prepares is not on record.",
            request.key(), role.title());
      }
    }
    facts.requireStill(request.film(), request.content());
  }

  @Override
  public Map<String, String> apply(Case request) {
    int accepted = schedules.accepted(request.film(), request.key());
    Film delivered = request.film().delivered();
    films.save(delivered);
    return Map.of(
        "phase",
        delivered.phase().name(),
        "itemsAccepted",
        String.valueOf(accepted),
        DeliveryFacts.FINAL_COST,
        request.content().text(DeliveryFacts.FINAL_COST));
  }

  @Override
  public void overturned(Case request) {
    films.save(films.hold(request.film().id()).undelivered());
  }
}
