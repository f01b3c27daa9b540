package film.finalsay.film;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.approval.Teams;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The films and their teams. */
@Service
@Transactional
public class Films implements Teams {

  private final FilmRepository films;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  Films(FilmRepository films, People people, Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.films = films;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @param by who creates it
   * @throws BusinessRuleException (conflict) if a film with this id exists
   */
  public Film create(Film film, Actor by) {
    try {
      films.insert(film);
    } catch (DuplicateKeyException exists) {
      throw conflict("A film with the id %s exists already.", film.id());
    }
    ledger.append(
        film.id(),
        Event.of(Happening.FILM_CREATED)
            .by(by.person(), by.role())
            .with("title", film.title())
            .with("kind", film.kind())
            .with("currency", film.currency().getCurrencyCode())
            .with("vision", film.vision()));
    return film;
  }

  /**
   * @throws BusinessRuleException (invalid) naming {@code film} if there is none
   */
  public Film byInput(String filmId) {
    return known(films.find(filmId), filmId);
  }

  /** The same, held against every other change of its money until the transaction ends. */
  public Film lockByInput(String filmId) {
    return known(films.findAndLock(filmId), filmId);
  }

  private static Film known(Optional<Film> film, String filmId) {
    return film.orElseThrow(() -> invalid("film", "there is no film \"%s\".", filmId));
  }

  /**
   * The same of a film that there has to be, for a change of its money, its script or its cut.
   *
   * @throws BusinessRuleException (conflict) if it is delivered: then nothing of these changes
   */
  public Film lock(String filmId) {
    Film film = hold(filmId);
    film.requireUndelivered();
    return film;
  }

  /** The same for what goes on once it is delivered: who is on its team, what is on record. */
  public Film hold(String filmId) {
    return films.findAndLock(filmId).orElseThrow(() -> notFound("There is no film %s.", filmId));
  }

  /**
   * The film as one of its team sees it.
   *
   * @throws BusinessRuleException (not found) if there is none, or the person is not on its team
   *     today
   */
  @Transactional(readOnly = true)
  public Film seenBy(Viewer viewer, String filmId) {
    return films
        .find(filmId)
        .filter(film -> viewer.administrator() || isOnTeam(viewer.person(), filmId))
        .orElseThrow(() -> notFound("There is no film %s on whose team you are.", filmId));
  }

  /** The films that a person sees, in order of their ids. */
  @Transactional(readOnly = true)
  public List<Film> seenBy(Viewer viewer, int limit, long offset) {
    return viewer.administrator()
        ? films.findAll(limit, offset)
        : films.findByMember(viewer.person(), today(), limit, offset);
  }

  /**
   * @param by who puts them on the team
   * @throws BusinessRuleException (invalid) if the person is unknown, or (conflict) if they hold
   *     the role from that day already
   */
  public TeamMember add(TeamMember member, Actor by) {
    hold(member.filmId());
    requireCanLogIn(member.person());
    if (member.scope() != Scope.ALL && !member.role().mayActFor(Role.PRODUCER)) {
      throw invalid(
          "scope", "is for producers of any level; a %s has none.", member.role().title());
    }
    if (member.to() != null && member.to().isBefore(member.from())) {
      throw invalid("to", "has to be empty or on or after %s.", member.from());
    }
    try {
      films.insert(member);
    } catch (DuplicateKeyException exists) {
      throw conflict(
          "%s is %s of %s from %s already.",
          member.person(), member.role().title(), member.filmId(), member.from());
    }
    people.join(member.person(), member.role());
    ledger.append(member.filmId(), about(member, Happening.TEAM_JOINED, by));
    return member;
  }

  /**
   * Ends a role now; the same role, if it was to begin later, does not begin.
   *
   * @param by who ends it
   * @throws BusinessRuleException (not found) if the person neither holds nor is to hold the role
   */
  public void remove(String filmId, String person, Role role, Actor by) {
    hold(filmId);
    List<TeamMember> ending =
        films.team(filmId).stream()
            .filter(member -> member.person().equals(person) && member.role() == role)
            .filter(member -> member.to() == null || !member.to().isBefore(today()))
            .toList();
    if (ending.isEmpty()) {
      throw notFound("%s is not %s of %s.", person, role.title(), filmId);
    }
    for (TeamMember member : ending) {
      films.end(member, today().minusDays(1));
      ledger.append(filmId, about(member, Happening.TEAM_LEFT, by));
    }
  }

  private static Event about(TeamMember member, Happening happening, Actor by) {
    return Event.of(happening)
        .by(by.person(), by.role())
        .with("member", member.person())
        .with("role", member.role().id())
        .with("from", member.from())
        .with("to", member.to())
        .with("scope", member.scope() == Scope.ALL ? null : member.scope());
  }

  @Transactional(readOnly = true)
  public List<TeamMember> team(String filmId) {
    return films.team(filmId);
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> filmsOf(String person) {
    return films.idsByMember(person, today());
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isFilm(String id) {
    return films.find(id).isPresent();
  }

  /** The roles that a person holds on a film today. */
  @Transactional(readOnly = true)
  public Set<Role> rolesOf(String person, String filmId) {
    return films.rolesOf(person, filmId, today(), Optional.empty());
  }

  /**
   * Those of them that are for this.
   *
   * @param matter empty for whatever they are for
   */
  @Transactional(readOnly = true)
  public Set<Role> rolesOf(String person, String filmId, Optional<Scope> matter) {
    return films.rolesOf(person, filmId, today(), matter);
  }

  /** The roles that each person on a film's team holds today, by person. */
  @Transactional(readOnly = true)
  public Map<String, Set<Role>> holdersOfRoles(String filmId) {
    return holdersOfRoles(filmId, Optional.empty());
  }

  /**
   * Those roles of each that are for this, by person.
   *
   * @param matter empty for whatever they are for
   */
  @Transactional(readOnly = true)
  public Map<String, Set<Role>> holdersOfRoles(String filmId, Optional<Scope> matter) {
    LocalDate today = today();
    return films.team(filmId).stream()
        .filter(member -> member.isOn(today))
        .filter(member -> matter.isEmpty() || member.isFor(matter.get()))
        .collect(
            Collectors.groupingBy(
                TeamMember::person, Collectors.mapping(TeamMember::role, Collectors.toSet())));
  }

  /**
   * The role in which a person prepares something for the film: the highest of theirs that may.
   *
   * @throws BusinessRuleException (forbidden) if they hold none
   */
  @Transactional(readOnly = true)
  public Role submitterRole(String person, Film film) {
    return submitterRole(person, film, Role.SUBMITTING);
  }

  /** The same, of these roles. */
  @Transactional(readOnly = true)
  public Role submitterRole(String person, Film film, Set<Role> asking) {
    return rolesOf(person, film.id()).stream()
        .filter(asking::contains)
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                forbidden(
                    "Only %s of %s may ask for this; you hold no such role today.",
                    asking.stream()
                        .sorted(Comparator.reverseOrder())
                        .map(Role::title)
                        .collect(Collectors.joining(", ")),
                    film.inWords()));
  }

  /**
   * @throws BusinessRuleException (forbidden) if this person holds no role on the film today
   */
  @Transactional(readOnly = true)
  public void requireOnTeam(String person, Film film) {
    if (!isOnTeam(person, film.id())) {
      throw forbidden("You hold no role on the team of %s today.", film.inWords());
    }
  }

  /**
   * The highest role that a person holds on a film among some.
   *
   * @param what only these roles may do, as in {@code save its finance plan}
   * @throws BusinessRuleException (forbidden) if they hold none of them
   */
  @Transactional(readOnly = true)
  public Role roleAmong(Set<Role> allowed, String person, Film film, String what) {
    return rolesOf(person, film.id()).stream()
        .filter(allowed::contains)
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                forbidden(
                    "Only %s on the team of %s may %s.",
                    allowed.stream().sorted().map(Role::title).collect(Collectors.joining(" or ")),
                    film.inWords(),
                    what));
  }

  /**
   * The same of a role that is for this.
   *
   * @throws BusinessRuleException (forbidden) if they hold none of them, or none that is for it
   */
  @Transactional(readOnly = true)
  public Role roleAmong(Set<Role> allowed, String person, Film film, Scope matter, String what) {
    roleAmong(allowed, person, film, what);
    return rolesOf(person, film.id(), Optional.of(matter)).stream()
        .filter(allowed::contains)
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                forbidden(
                    "Only a role for %s on the team of %s lets you %s; yours is for something else.",
                    matter.title(), film.inWords(), what));
  }

  /**
   * Whoever sets up a film does so as an administrator or as its executive producer.
   *
   * @param what only they may do, as in {@code agree its credits}
   * @throws BusinessRuleException (forbidden) if they are neither, or executive producer for a part
   *     of it alone: they would give themselves the rest
   */
  Actor settingUp(Viewer viewer, String filmId, String what) {
    Film film = seenBy(viewer, filmId);
    Set<Role> executive = EnumSet.of(Role.EXECUTIVE_PRODUCER);
    return viewer.administrator()
        ? new Actor(viewer.person(), null)
        : new Actor(viewer.person(), roleAmong(executive, viewer.person(), film, Scope.ALL, what));
  }

  /**
   * @throws BusinessRuleException (invalid) naming {@code person} if there is no such person
   */
  public void requireCanLogIn(String person) {
    if (!people.exists(person)) {
      throw invalid("person", "nobody with the id \"%s\" can log in.", person);
    }
  }

  public static List<String> ids(Collection<Film> films) {
    return films.stream().map(Film::id).toList();
  }

  /** All films that a person sees, in order of their ids. */
  @Transactional(readOnly = true)
  public List<Film> seenBy(Viewer viewer) {
    return seenBy(viewer, Integer.MAX_VALUE, 0);
  }

  /** The ids of all films, for what concerns each of them. */
  @Transactional(readOnly = true)
  public List<String> ids() {
    return films.ids();
  }

  public void save(Film film) {
    films.update(film);
  }

  /** The next free key for an approval, such as {@code NOVA-BC-1}. Call it with the film locked. */
  public String nextKey(Film film, ApprovalKind kind, String letters) {
    return "%s-%s-%d".formatted(film.id(), letters, films.nextNumber(film.id(), kind));
  }

  private boolean isOnTeam(String person, String filmId) {
    return !rolesOf(person, filmId).isEmpty();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
