package film.finalsay.greenlight;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Endorsement;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmScripts;
import film.finalsay.film.Films;
import film.finalsay.greenlight.committee.CommitteeAnswers;
import film.finalsay.greenlight.committee.Committees;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.SpendingHold;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Settlements;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Greenlights from request to effect. */
@Service
@Transactional
public class Greenlights {

  private static final int MAX_LOGLINE = 500;
  private static final int MAX_VISION = 2000;

  private final GreenlightRepository greenlights;
  private final PackageItemRepository items;
  private final PackageReader reader;
  private final PackageCheck check;
  private final FilmBudgets budgets;
  private final FilmScripts scripts;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final Committees committees;
  private final CommitteeAnswers committeeAnswers;
  private final SpendingHold spendingHold;
  private final Clock clock;

  Greenlights(
      GreenlightRepository greenlights,
      PackageItemRepository items,
      PackageReader reader,
      PackageCheck check,
      FilmBudgets budgets,
      FilmScripts scripts,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      Committees committees,
      CommitteeAnswers committeeAnswers,
      SpendingHold spendingHold,
      Clock clock) {
    this.committees = committees;
    this.committeeAnswers = committeeAnswers;
    this.spendingHold = spendingHold;
    this.greenlights = greenlights;
    this.items = items;
    this.reader = reader;
    this.check = check;
    this.budgets = budgets;
    this.scripts = scripts;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
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
   * @throws Refusal if a field is wrong, the film is greenlit already, this person may not ask, or
   *     the committee that would vote could come to no result
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

  /**
   * What the package still lacks, and what it was not filed with.
   *
   * @return a sentence each; empty if it is complete
   */
  @Transactional(readOnly = true)
  public List<String> missing(String processInstanceId) {
    return missing(register.carriedBy(processInstanceId));
  }

  /** Whether a committee votes before the executive producer decides. */
  @Transactional(readOnly = true)
  public boolean hasCommittee(String processInstanceId) {
    return committees.frozen(register.carriedBy(processInstanceId)).isPresent();
  }

  List<String> missing(Approval approval) {
    Film film = films.byInput(approval.filmId());
    PackageContents contents = contents(approval, film);
    return Stream.concat(
            check.missing(contents).stream(),
            changesSince(contents).stream().map(PackageChanges.Change::sentence))
        .toList();
  }

  /**
   * A greenlight is given on what was filed, and only while the film's records say the same.
   *
   * @throws Refusal (conflict) naming what has changed since
   */
  @Transactional(readOnly = true)
  public void requireAsFiled(Approval approval) {
    List<PackageChanges.Change> changes =
        changesSince(contents(approval, films.byInput(approval.filmId())));
    if (!changes.isEmpty()) {
      throw Refusal.conflict(
          "%s is not what lies on file any more; return it, so that it is filed anew: %s"
              .formatted(
                  approval.key(),
                  changes.stream()
                      .map(PackageChanges.Change::sentence)
                      .collect(Collectors.joining(" "))));
    }
  }

  /** What lacks at the end: what got better while conditions were met is no reason to stop. */
  private List<String> missingNow(Approval approval, Film film) {
    PackageContents contents = contents(approval, film);
    return Stream.concat(
            check.missing(contents).stream(),
            changesSince(contents).stream()
                .filter(PackageChanges.Change::worse)
                .map(PackageChanges.Change::sentence))
        .toList();
  }

  private List<PackageChanges.Change> changesSince(PackageContents filed) {
    GreenlightPackage now = reader.upToDate(filed.film(), filed.filed(), filed.day());
    return PackageChanges.between(filed, reader.read(filed.film(), now, filed.day()));
  }

  /** The package with what it names: as of today, or of the day on which it was settled. */
  PackageContents contents(Approval approval, Film film) {
    Instant when = approval.settledAt() == null ? clock.instant() : approval.settledAt();
    return reader.read(film, onFile(approval, film), LocalDate.ofInstant(when, ZoneOffset.UTC));
  }

  private void save(Approval approval, GreenlightPackage contents) {
    greenlights.save(approval.key(), contents);
    items.freeze(approval.key(), contents.items());
  }

  /**
   * Freezes the vision of a film that was approved on conditions, and lets nothing be spent until
   * they are settled.
   *
   * @return the conditions
   * @throws Refusal (conflict) if it was not approved on conditions, the film is greenlit already,
   *     the package is no longer complete, or the committee stands against it
   */
  public List<Condition> greenlightOnConditions(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    Approval approval = register.carriedBy(processInstanceId);
    if (approval.state() != ApprovalState.CONDITIONAL) {
      throw Refusal.conflict("%s was not approved on conditions.".formatted(approval.key()));
    }
    committeeAnswers.requireHeard(approval);
    GreenlightPackage contents = onFile(approval, film);
    requireComplete(approval, film);
    return spendingHold.begin(approval, film, contents.vision());
  }

  /** What was approved on conditions is back with who prepares it, and the film in development. */
  public void reopen(String processInstanceId) {
    spendingHold.release(register.carriedBy(processInstanceId));
  }

  /**
   * Approves, and in the same transaction freezes the vision, locks the budget version and moves
   * the film to pre-production.
   *
   * @throws Refusal (conflict) if the film is greenlit already, the package is no longer complete,
   *     a condition is open, or the committee has not been heard or has vetoed it
   */
  public void greenlight(String processInstanceId) {
    Approval open = register.carriedBy(processInstanceId);
    Film film = films.lock(open.filmId());
    committeeAnswers.requireHeard(open);
    spendingHold.requireSettled(open, film);
    Approval approval =
        settlements.approve(
            processInstanceId, ApprovalKind.GREENLIGHT, Role.EXECUTIVE_PRODUCER, Set.of());
    GreenlightPackage contents = onFile(approval, film);
    requireComplete(approval, film);
    budgets.lock(film, contents.budgetVersion(), approval.key());
    Film greenlit = film.greenlit(contents.vision(), clock.instant());
    films.save(greenlit);
    spendingHold.settled(approval);
    settlements.tookEffect(
        approval,
        Map.of(
            "phase", greenlit.phase().name(),
            "lockedBudget", String.valueOf(contents.budgetVersion()),
            "vision", contents.vision()));
  }

  private void requireComplete(Approval approval, Film film) {
    List<String> missing = missingNow(approval, film);
    if (!missing.isEmpty()) {
      throw Refusal.conflict(
          "The package is no longer complete, and has to be filed anew: "
              + String.join(" ", missing));
    }
  }

  /** Takes the greenlight back, when it was opened again or became void. */
  public void overturn(Approval approval) {
    films.save(films.lock(approval.filmId()).ungreenlit());
  }

  /** The keys of the approvals that the package recites: that of its script. */
  @Transactional(readOnly = true)
  public Set<String> recites(Approval approval) {
    return Optional.ofNullable(contents(approval).script()).stream()
        .map(FilmScripts.DraftSummary::approvalKey)
        .collect(Collectors.toSet());
  }

  /** The SHA-256 of each document that the package shows. */
  @Transactional(readOnly = true)
  public Set<String> documents(Approval approval) {
    return contents(approval).documents();
  }

  private PackageContents contents(Approval approval) {
    return contents(approval, films.byInput(approval.filmId()));
  }

  /** The package that is on file for an approval. */
  @Transactional(readOnly = true)
  public GreenlightPackage onFile(Approval approval, Film film) {
    return greenlights.find(approval.key(), items.ofPackage(approval.key())).orElseThrow();
  }

  /** The whole of what is asked for, as texts by name: each document by its content, too. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval, Film film) {
    Map<String, String> subject =
        new HashMap<>(
            PackageSubject.of(
                reader.read(film, onFile(approval, film), LocalDate.EPOCH), approval.amount()));
    committees.frozenInShort(approval).ifPresent(text -> subject.put("committee", text));
    return subject;
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
      throw Refusal.invalid("scheduleEnd", "has to be on or after %s.".formatted(start));
    }
    return reader.upToDate(
        film,
        new GreenlightPackage(
            inputs.text("logline", MAX_LOGLINE),
            inputs.text("vision", MAX_VISION),
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
                Refusal.invalid(
                    "budgetVersion",
                    "%s has no budget version %d.".formatted(film.inWords(), budgetVersion)));
  }

  private String existing(Film film, String scriptDraft) {
    return scripts
        .draft(film.id(), scriptDraft)
        .map(FilmScripts.DraftSummary::label)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "scriptDraft",
                    "%s has no script draft \"%s\".".formatted(film.inWords(), scriptDraft)));
  }
}
