package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Money;
import film.finalsay.approval.People;
import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.Films;
import film.finalsay.greenlight.PackageSummary.Figures;
import film.finalsay.greenlight.PackageSummary.Source;
import film.finalsay.greenlight.committee.Steps;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.ConditionState;
import film.finalsay.greenlight.conditions.Conditions;
import film.finalsay.register.ApprovalRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages on one page, as they were filed. */
@Service
@Transactional(readOnly = true)
public class PackageSummaries {

  private final GreenlightPackages packages;
  private final PackageCheck check;
  private final Conditions conditions;
  private final ApprovalRegister register;
  private final Films films;
  private final People people;

  PackageSummaries(
      GreenlightPackages packages,
      PackageCheck check,
      Conditions conditions,
      ApprovalRegister register,
      Films films,
      People people) {
    this.packages = packages;
    this.check = check;
    this.conditions = conditions;
    this.register = register;
    this.films = films;
    this.people = people;
  }

  /**
   * @throws BusinessRuleException (not found) if this approval is of another kind
   */
  public PackageSummary of(Approval approval) {
    if (!approval.kind().equals(ApprovalKind.GREENLIGHT)) {
      throw notFound("%s is no greenlight.", approval.key());
    }
    Film film = films.byInput(approval.filmId());
    PackageContents onFile = packages.contents(approval);
    PackageContents contents = register.wasApproved(approval) ? onFile.whenGranted() : onFile;
    return new PackageSummary(
        approval.key(),
        film.id(),
        film.title(),
        film.kind().inWords(),
        standing(approval),
        people.nameOf(approval.requester()) + ", " + approval.requesterRole().title(),
        contents.day(),
        contents.filed().logline(),
        contents.filed().vision(),
        figures(contents),
        contents.sources().stream().map(source -> source(source, contents.day())).toList(),
        contents.attachments().stream()
            .filter(one -> one.role() != AttachmentRole.DIRECTOR)
            .filter(one -> one.role() != AttachmentRole.LEAD_CAST)
            .map(one -> one.role().title() + " " + one.inWords())
            .toList(),
        check.items(contents),
        approval.state().isFinal() ? List.of() : packages.missing(approval));
  }

  /** The same as a PDF of exactly one page. */
  public byte[] pdf(Approval approval) {
    return PackagePdf.of(of(approval));
  }

  /** Where a greenlight stands, in a phrase for whoever holds its page. */
  private String standing(Approval approval) {
    return switch (approval.state()) {
      case PENDING -> "being decided";
      case RETURNED -> "returned, to be filed anew";
      case CONDITIONAL -> "greenlit on conditions" + by(approval) + settled(approval);
      case REJECTED -> "rejected on " + day(approval.settledAt());
      case WITHDRAWN -> "withdrawn on " + day(approval.settledAt());
      case REOPENED -> given(approval) + "; opened again since, it counts no more";
      case VOID ->
          register.wasApproved(approval)
              ? given(approval) + "; void since, it counts no more"
              : "void, it counts no more";
      default -> given(approval) + settled(approval);
    };
  }

  private String given(Approval approval) {
    return "greenlit on " + day(approval.settledAt()) + by(approval);
  }

  private String by(Approval approval) {
    return register.decisions(approval.key()).stream()
        .filter(decision -> decision.step().equals(Steps.DECIDE) && decision.outcome().agrees())
        .reduce((earlier, later) -> later)
        .map(Decision::person)
        .map(person -> " by " + people.nameOf(person))
        .orElse("");
  }

  private String settled(Approval approval) {
    List<Condition> all = conditions.current(approval);
    return all.isEmpty()
        ? ""
        : Stream.of(ConditionState.values())
            .filter(state -> count(all, state) > 0)
            .map(state -> count(all, state) + " " + state.inWords())
            .collect(Collectors.joining(", ", "; conditions: ", ""));
  }

  private static long count(List<Condition> all, ConditionState state) {
    return all.stream().filter(one -> one.state() == state).count();
  }

  private static String day(Instant when) {
    return Words.day(LocalDate.ofInstant(when, ZoneOffset.UTC));
  }

  private static Figures figures(PackageContents contents) {
    PlanSummary plan = contents.plan();
    EstimatesSummary estimates = contents.estimates();
    boolean both = plan != null && contents.budget() != null;
    Money total = contents.total();
    return new Figures(
        contents.budget() == null ? null : total,
        of(plan, PlanSummary::deferred),
        both ? plan.cashNeeded(total) : null,
        of(plan, PlanSummary::secured),
        of(plan, PlanSummary::pending),
        both ? plan.unsecured(total) : null,
        both ? plan.gap(total) : null,
        of(estimates, EstimatesSummary::ask),
        of(estimates, EstimatesSummary::take));
  }

  private static <T> Money of(T from, Function<T, Money> figure) {
    return from == null ? null : figure.apply(from);
  }

  private static Source source(SourceSummary source, LocalDate day) {
    String until = source.expires() == null ? "" : "until " + Words.day(source.expires());
    return new Source(
        source.name(),
        source.kind().inWords(),
        source.amount(),
        source.standing(day).inWords(),
        source.terms().isEmpty() || until.isEmpty()
            ? source.terms() + until
            : source.terms() + ", " + until);
  }
}
