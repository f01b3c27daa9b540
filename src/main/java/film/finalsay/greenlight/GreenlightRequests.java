package film.finalsay.greenlight;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Endorsement;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmScripts;
import film.finalsay.film.Films;
import film.finalsay.greenlight.committee.Committees;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests for a greenlight, filed with their package and amended with another. */
@Service
@Transactional
public class GreenlightRequests {

  private static final int MAX_LOGLINE = 500;

  private final GreenlightRepository greenlights;
  private final PackageItemRepository items;
  private final PackageReader reader;
  private final FilmBudgets budgets;
  private final FilmScripts scripts;
  private final Films films;
  private final ApprovalRegister register;
  private final Committees committees;
  private final Clock clock;

  GreenlightRequests(
      GreenlightRepository greenlights,
      PackageItemRepository items,
      PackageReader reader,
      FilmBudgets budgets,
      FilmScripts scripts,
      Films films,
      ApprovalRegister register,
      Committees committees,
      Clock clock) {
    this.greenlights = greenlights;
    this.items = items;
    this.reader = reader;
    this.budgets = budgets;
    this.scripts = scripts;
    this.films = films;
    this.register = register;
    this.committees = committees;
    this.clock = clock;
  }

  /**
   * A package as it is on file.
   *
   * @param needsEndorsement whether it comes from below a producer, who then endorses it first
   */
  public record Filed(Approval approval, GreenlightPackage contents, boolean needsEndorsement) {}

  /**
   * Files a package.
   *
   * @throws BusinessRuleException if a field is wrong, the film is greenlit already, this person
   *     may not ask, or the committee that would vote could come to no result
   */
  public Filed file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    film.requireInDevelopment();
    GreenlightPackage contents = read(inputs, film);
    Approval approval =
        register.file(
            ApprovalKind.GREENLIGHT,
            film,
            filing,
            "Greenlight %s".formatted(film.title()),
            total(film, contents));
    save(approval, contents);
    Filed filed = new Filed(approval, contents, approval.requesterRole().isBelowProducer());
    committees.freeze(approval, film);
    register.requested(approval, Endorsement.rolesAsked(filed.needsEndorsement()));
    return filed;
  }

  /** Replaces the package; the number and the history stay. */
  public Filed amend(Inputs inputs, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    film.requireInDevelopment();
    GreenlightPackage contents = read(inputs, film);
    Approval amended = register.amend(approval, approval.subject(), total(film, contents));
    save(amended, contents);
    register.amended(amended);
    return new Filed(
        amended, contents, Endorsement.isNeeded(amended, register.decisions(amended.key())));
  }

  private void save(Approval approval, GreenlightPackage contents) {
    greenlights.save(approval.key(), contents);
    items.freeze(approval.key(), contents.items());
  }

  private Money total(Film film, GreenlightPackage contents) {
    return Optional.ofNullable(contents.budgetVersion())
        .flatMap(number -> budgets.version(film, number))
        .map(FilmBudgets.BudgetSummary::total)
        .orElse(null);
  }

  private GreenlightPackage read(Inputs inputs, Film film) {
    LocalDate start = inputs.optionalDate("scheduleStart").orElse(null);
    LocalDate end = inputs.optionalDate("scheduleEnd").orElse(null);
    if (start != null && end != null && end.isBefore(start)) {
      throw BusinessRuleException.invalid(
          "scheduleEnd", "has to be on or after %s.".formatted(start));
    }
    return reader.upToDate(
        film,
        new GreenlightPackage(
            inputs.lines("logline", MAX_LOGLINE),
            inputs.longText("vision"),
            inputs
                .optionalOrdinal("budgetVersion")
                .map(number -> existing(film, number))
                .orElse(null),
            inputs.optionalText("scriptDraft", 40).map(label -> existing(film, label)).orElse(null),
            start,
            end,
            null,
            null,
            null,
            List.of()),
        LocalDate.now(clock));
  }

  private int existing(Film film, int budgetVersion) {
    return budgets
        .version(film, budgetVersion)
        .map(FilmBudgets.BudgetSummary::number)
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    "budgetVersion",
                    "%s has no budget version %d.".formatted(film.inWords(), budgetVersion)));
  }

  private String existing(Film film, String scriptDraft) {
    return scripts
        .draft(film.id(), scriptDraft)
        .map(FilmScripts.DraftSummary::label)
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    "scriptDraft",
                    "%s has no script draft \"%s\".".formatted(film.inWords(), scriptDraft)));
  }
}
