package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.film.Film;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a greenlight was given on stays while it stands: whoever saves a record of the package asks
 * here.
 */
@Service
@Transactional
class GreenlightBasis implements FilmGreenlight {

  private final ApprovalRegister register;
  private final GreenlightRepository greenlights;
  private final PackageReader reader;
  private final GreenlitFunds funds;
  private final Clock clock;

  GreenlightBasis(
      ApprovalRegister register,
      GreenlightRepository greenlights,
      PackageReader reader,
      GreenlitFunds funds,
      Clock clock) {
    this.register = register;
    this.greenlights = greenlights;
    this.reader = reader;
    this.funds = funds;
    this.clock = clock;
  }

  /** What was lost before, when a version of this product let it be, is no reason to refuse. */
  @Override
  public void keep(Film film, Runnable change) {
    Optional<Approval> greenlight = standing(film);
    Optional<PackageContents> basis = greenlight.map(given -> basis(given, film));
    List<String> before = basis.map(this::lost).orElse(List.of());
    change.run();
    List<String> lost =
        basis.map(this::lost).orElse(List.of()).stream()
            .filter(one -> !before.contains(one))
            .toList();
    if (!lost.isEmpty()) {
      throw conflict(
          "%s was greenlit on this, by %s, and it does not change alone: %s %s",
          film.inWords(),
          greenlight.orElseThrow().key(),
          String.join(" ", lost),
          way(greenlight.orElseThrow()));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Schedule> schedule(Film film) {
    return standing(film)
        .map(
            given -> {
              GreenlightPackage filed = onFile(given);
              boolean planned = filed.scheduleStart() != null && filed.scheduleEnd() != null;
              return new Schedule(
                  given.key(),
                  given.state() == ApprovalState.CONDITIONAL,
                  planned
                      ? filed.scheduleStart()
                      : LocalDate.ofInstant(when(given), ZoneOffset.UTC),
                  planned ? filed.scheduleEnd() : null,
                  way(given));
            });
  }

  private Optional<Approval> standing(Film film) {
    List<Approval> all = register.standing(film.id(), ApprovalKind.GREENLIGHT);
    return all.stream()
        .filter(one -> one.state() == ApprovalState.APPROVED)
        .findFirst()
        .or(() -> all.stream().filter(one -> one.state() == ApprovalState.CONDITIONAL).findFirst());
  }

  /**
   * The package with the records as they stood when it was given; while conditions are open, now.
   */
  private PackageContents basis(Approval greenlight, Film film) {
    return reader.asOf(film, onFile(greenlight), when(greenlight), LocalDate.now(clock));
  }

  private List<String> lost(PackageContents basis) {
    List<String> lost = PackageLosses.between(basis, reader.now(basis));
    funds.shortfall(basis.film()).ifPresent(lost::add);
    return lost;
  }

  private static String way(Approval greenlight) {
    return greenlight.state() == ApprovalState.CONDITIONAL
        ? "Have the package returned first, so that it is filed anew."
        : "Ask to open %s again first (reopening).".formatted(greenlight.key());
  }

  private GreenlightPackage onFile(Approval greenlight) {
    return greenlights.filed(greenlight.key());
  }

  private Instant when(Approval greenlight) {
    return greenlight.settledAt() == null ? clock.instant() : greenlight.settledAt();
  }
}
