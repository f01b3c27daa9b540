package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmScripts;
import film.finalsay.film.Films;
import film.finalsay.greenlight.committee.Committees;
import film.finalsay.greenlight.committee.Votes;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.SpendingHold;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The packages of greenlights as they were filed, and how they compare with what is there now. */
@Service
@Transactional(readOnly = true)
public class GreenlightPackages {

  private static final int MAX_LOGLINE = 500;

  private final GreenlightRepository greenlights;
  private final PackageReader reader;
  private final PackageCheck check;
  private final FilmBudgets budgets;
  private final FilmScripts scripts;
  private final Films films;
  private final ApprovalRegister register;
  private final Committees committees;
  private final Votes votes;
  private final SpendingHold spendingHold;
  private final Clock clock;

  GreenlightPackages(
      GreenlightRepository greenlights,
      PackageReader reader,
      PackageCheck check,
      FilmBudgets budgets,
      FilmScripts scripts,
      Films films,
      ApprovalRegister register,
      Committees committees,
      Votes votes,
      SpendingHold spendingHold,
      Clock clock) {
    this.greenlights = greenlights;
    this.reader = reader;
    this.check = check;
    this.budgets = budgets;
    this.scripts = scripts;
    this.films = films;
    this.register = register;
    this.committees = committees;
    this.votes = votes;
    this.spendingHold = spendingHold;
    this.clock = clock;
  }

  /**
   * A package as it is sent, with the newest of what it takes from the film's records.
   *
   * @throws BusinessRuleException (invalid) if a field is wrong
   */
  GreenlightPackage read(Inputs inputs, Film film) {
    LocalDate start = inputs.optionalDate("scheduleStart").orElse(null);
    LocalDate end = inputs.optionalDate("scheduleEnd").orElse(null);
    if (start != null && end != null && end.isBefore(start)) {
      throw invalid("scheduleEnd", "has to be on or after %s.", start);
    }
    GreenlightPackage sent =
        new GreenlightPackage(
            inputs.lines("logline", MAX_LOGLINE),
            inputs.longText("vision"),
            inputs.optionalOrdinal("budgetVersion").orElse(null),
            inputs.optionalText("scriptDraft", 40).orElse(null),
            start,
            end,
            null,
            null,
            null);
    Integer budget = sent.budgetVersion();
    if (budget != null && budgets.version(film, budget).isEmpty()) {
      throw invalid("budgetVersion", "%s has no budget version %d.", film.inWords(), budget);
    }
    String draft = sent.scriptDraft();
    if (draft != null && scripts.draft(film.id(), draft).isEmpty()) {
      throw invalid("scriptDraft", "%s has no script draft \"%s\".", film.inWords(), draft);
    }
    return reader.upToDate(film, sent);
  }

  /**
   * @return the total of the budget version that the package names; null if it names none
   */
  Money total(Film film, GreenlightPackage contents) {
    return Optional.ofNullable(contents.budgetVersion())
        .flatMap(number -> budgets.version(film, number))
        .map(FilmBudgets.BudgetSummary::total)
        .orElse(null);
  }

  @Transactional
  void save(Approval approval, Film film, GreenlightPackage contents) {
    greenlights.save(approval.key(), contents, greenlights.items(film));
  }

  GreenlightPackage onFile(Approval approval) {
    return greenlights.filed(approval.key());
  }

  /** The package with what it names: as of today, or of the day on which it was settled. */
  PackageContents contents(Approval approval) {
    Instant when = approval.settledAt() == null ? clock.instant() : approval.settledAt();
    return reader.filed(
        films.byInput(approval.filmId()),
        approval.key(),
        LocalDate.ofInstant(when, ZoneOffset.UTC));
  }

  /** The whole of what is asked for, as texts by name: each document by its content, too. */
  Map<String, String> subject(Approval approval, Film film) {
    Map<String, String> subject =
        reader.filed(film, approval.key(), LocalDate.EPOCH).subject(approval.amount());
    committees
        .frozen(approval)
        .ifPresent(committee -> subject.put("committee", committee.inShort()));
    return subject;
  }

  /**
   * What the package still lacks, and what it was not filed with.
   *
   * @return a sentence each; empty if it is complete
   */
  public List<String> missing(String processInstanceId) {
    return missing(register.carriedBy(processInstanceId));
  }

  List<String> missing(Approval approval) {
    PackageContents filed = contents(approval);
    return and(check.missing(filed), PackageChanges.between(filed, reader.now(filed)));
  }

  /**
   * A greenlight is given on what was filed, and only while the film's records say the same.
   *
   * @throws BusinessRuleException (conflict) naming what has changed since
   */
  void requireAsFiled(Approval approval) {
    PackageContents filed = contents(approval);
    List<String> changes = PackageChanges.between(filed, reader.now(filed));
    if (!changes.isEmpty()) {
      throw conflict(
          "What is on file has changed since %s was filed; return it, so that it is filed anew: %s",
          approval.key(), String.join(" ", changes));
    }
  }

  /**
   * What is greenlit has to be complete still; what got better while conditions were met is no
   * reason to stop.
   *
   * @throws BusinessRuleException (conflict) naming what it lacks
   */
  void requireComplete(Approval approval) {
    PackageContents filed = contents(approval);
    List<String> missing =
        and(check.missing(filed), PackageChanges.losses(filed, reader.now(filed)));
    if (!missing.isEmpty()) {
      throw conflict(
          "The package is no longer complete, and has to be filed anew: %s",
          String.join(" ", missing));
    }
  }

  /**
   * Freezes the vision of a film that was approved on conditions, and lets nothing be spent until
   * they are settled.
   *
   * @return the conditions
   * @throws BusinessRuleException (conflict) if it was not approved on conditions, the film is
   *     greenlit already, the package is no longer complete, or the committee stands against it
   */
  @Transactional
  public List<Condition> greenlightOnConditions(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    Approval approval = register.carriedBy(processInstanceId);
    if (approval.state() != ApprovalState.CONDITIONAL) {
      throw conflict("%s was not approved on conditions.", approval.key());
    }
    votes.requireHeard(approval);
    requireComplete(approval);
    return spendingHold.begin(approval, film, onFile(approval).vision());
  }

  private static List<String> and(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
