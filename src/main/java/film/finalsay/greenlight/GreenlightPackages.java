package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.film.FilmScripts;
import film.finalsay.film.Films;
import film.finalsay.greenlight.committee.Committees;
import film.finalsay.register.ApprovalRegister;
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

/** The packages of greenlights as they were filed, and how they compare with what is there now. */
@Service
@Transactional(readOnly = true)
public class GreenlightPackages {

  private final GreenlightRepository greenlights;
  private final PackageItemRepository items;
  private final PackageReader reader;
  private final PackageCheck check;
  private final Films films;
  private final ApprovalRegister register;
  private final Committees committees;
  private final Clock clock;

  GreenlightPackages(
      GreenlightRepository greenlights,
      PackageItemRepository items,
      PackageReader reader,
      PackageCheck check,
      Films films,
      ApprovalRegister register,
      Committees committees,
      Clock clock) {
    this.greenlights = greenlights;
    this.items = items;
    this.reader = reader;
    this.check = check;
    this.films = films;
    this.register = register;
    this.committees = committees;
    this.clock = clock;
  }

  /** The package that is on file for an approval. */
  public GreenlightPackage onFile(Approval approval, Film film) {
    return greenlights.find(approval.key(), items.ofPackage(approval.key())).orElseThrow();
  }

  /** The package with what it names: as of today, or of the day on which it was settled. */
  PackageContents contents(Approval approval, Film film) {
    Instant when = approval.settledAt() == null ? clock.instant() : approval.settledAt();
    return reader.read(film, onFile(approval, film), LocalDate.ofInstant(when, ZoneOffset.UTC));
  }

  /** The whole of what is asked for, as texts by name: each document by its content, too. */
  public Map<String, String> subject(Approval approval, Film film) {
    Map<String, String> subject =
        new HashMap<>(
            PackageSubject.of(
                reader.read(film, onFile(approval, film), LocalDate.EPOCH), approval.amount()));
    committees.frozenInShort(approval).ifPresent(text -> subject.put("committee", text));
    return subject;
  }

  /** The SHA-256 of each document that the package shows. */
  public Set<String> documents(Approval approval) {
    return contents(approval).documents();
  }

  /** The keys of the approvals that the package is based on: that of its script. */
  public Set<String> basedOn(Approval approval) {
    return Optional.ofNullable(contents(approval).script()).stream()
        .map(FilmScripts.DraftSummary::approvalKey)
        .collect(Collectors.toSet());
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
    Film film = films.byInput(approval.filmId());
    PackageContents contents = contents(approval, film);
    return Stream.concat(
            check.missing(contents).stream(),
            PackageChanges.between(contents, now(contents)).stream())
        .toList();
  }

  /**
   * A greenlight is given on what was filed, and only while the film's records say the same.
   *
   * @throws BusinessRuleException (conflict) naming what has changed since
   */
  public void requireAsFiled(Approval approval) {
    PackageContents filed = contents(approval, films.byInput(approval.filmId()));
    List<String> changes = PackageChanges.between(filed, now(filed));
    if (!changes.isEmpty()) {
      throw conflict(
          "What is on file has changed since %s was filed; return it, so that it is filed anew: %s",
          approval.key(), String.join(" ", changes));
    }
  }

  /**
   * What is greenlit has to be complete still.
   *
   * @throws BusinessRuleException (conflict) naming what it lacks
   */
  void requireComplete(Approval approval, Film film) {
    List<String> missing = missingNow(approval, film);
    if (!missing.isEmpty()) {
      throw conflict(
          "The package is no longer complete, and has to be filed anew: "
              + String.join(" ", missing));
    }
  }

  /** What lacks at the end: what got better while conditions were met is no reason to stop. */
  private List<String> missingNow(Approval approval, Film film) {
    PackageContents contents = contents(approval, film);
    return Stream.concat(
            check.missing(contents).stream(),
            PackageLosses.between(contents, now(contents)).stream())
        .toList();
  }

  private PackageContents now(PackageContents filed) {
    GreenlightPackage now = reader.upToDate(filed.film(), filed.filed(), filed.day());
    return reader.read(filed.film(), now, filed.day());
  }

  private PackageContents contents(Approval approval) {
    return contents(approval, films.byInput(approval.filmId()));
  }
}
