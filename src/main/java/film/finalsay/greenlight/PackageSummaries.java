package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.approval.People;
import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.Films;
import film.finalsay.greenlight.PackageSummary.Figures;
import film.finalsay.greenlight.PackageSummary.Item;
import film.finalsay.greenlight.PackageSummary.Source;
import film.finalsay.register.ApprovalRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages on one page, as they were filed. */
@Service
@Transactional(readOnly = true)
public class PackageSummaries {

  private final GreenlightPackages packages;
  private final PackageCheck check;
  private final Standing standing;
  private final ApprovalRegister register;
  private final Films films;
  private final People people;

  PackageSummaries(
      GreenlightPackages packages,
      PackageCheck check,
      Standing standing,
      ApprovalRegister register,
      Films films,
      People people) {
    this.packages = packages;
    this.check = check;
    this.standing = standing;
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
    List<ItemStanding> items = check.items(contents);
    return new PackageSummary(
        approval.key(),
        film.id(),
        film.title(),
        film.kind().inWords(),
        standing.of(approval),
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
        items.stream().map(PackageSummaries::item).toList(),
        approval.state().isFinal() ? List.of() : packages.missing(approval));
  }

  /** The same as a PDF of exactly one page. */
  public byte[] pdf(Approval approval) {
    return PackagePdf.of(of(approval));
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

  private static Item item(ItemStanding standing) {
    return new Item(
        standing.item().title(),
        standing.state(),
        standing.requirement().required(),
        standing.words());
  }
}
