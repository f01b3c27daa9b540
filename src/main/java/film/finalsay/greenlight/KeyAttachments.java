package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.approval.Rows;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of each film's key attachments. */
@Service
@Transactional
public class KeyAttachments {

  private static final Set<Role> ATTACHING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);
  private static final int MOST = 50;
  private static final int MAX_NAME = 200;

  private final GreenlightRepository greenlights;
  private final Documents documents;
  private final FilmGreenlight greenlight;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  KeyAttachments(
      GreenlightRepository greenlights,
      Documents documents,
      FilmGreenlight greenlight,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.greenlights = greenlights;
    this.documents = documents;
    this.greenlight = greenlight;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Saves a new version; those before stay. An empty list is one, too: somebody can drop out.
   *
   * @param sent {@code attachments}, each with name, role, state, and document or reference
   * @throws BusinessRuleException if a field is wrong, this person may not, or (conflict) a
   *     greenlight rests on what would be lost
   */
  public AttachmentList save(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(ATTACHING, person, film, "save its key attachments");
    Inputs inputs = Inputs.of(sent);
    if (inputs.any("attachments") == null) {
      throw invalid("attachments", "is missing; send a list, which may be empty.");
    }
    List<KeyAttachment> list = Rows.read(inputs, "attachments", MOST, row -> attachment(row, film));
    inputs.requireNothingElse();
    requireEachOnce(list);
    AttachmentList saved =
        new AttachmentList(greenlights.latestAttachments(film) + 1, list, person, clock.instant());
    greenlight.keep(film, () -> greenlights.insert(film, saved));
    Event event =
        Event.of(Happening.KEY_ATTACHMENTS_SAVED).by(person, role).with("version", saved.version());
    for (KeyAttachment one : list) {
      event =
          event.with(
              one.role().name() + " " + one.name(),
              "%s, %s".formatted(one.state(), one.evidence().inFull()));
    }
    ledger.append(filmId, event);
    return one(film, saved.version());
  }

  /**
   * @param version null for the newest
   * @throws BusinessRuleException (not found) if there are none
   */
  @Transactional(readOnly = true)
  public AttachmentList one(Film film, Integer version) {
    return version == null
        ? greenlights
            .attachments(film, greenlights.latestAttachments(film))
            .orElseThrow(() -> notFound("%s has no key attachments yet.", film.inWords()))
        : greenlights
            .attachments(film, version)
            .orElseThrow(
                () -> notFound("%s has no key attachments version %d.", film.inWords(), version));
  }

  private KeyAttachment attachment(Inputs row, Film film) {
    KeyAttachment attachment =
        new KeyAttachment(
            row.text("name", MAX_NAME),
            row.oneOf("role", AttachmentRole.class),
            row.oneOf("state", AttachmentState.class),
            Evidence.read(row, film, documents));
    if (attachment.counts()) {
      attachment.evidence().require("a contract or a letter of intent");
    }
    return attachment;
  }

  private static void requireEachOnce(List<KeyAttachment> list) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      KeyAttachment one = list.get(i);
      if (!seen.add(one.role() + " " + one.name().toLowerCase(Locale.ROOT))) {
        throw invalid(
            "attachments[%d].name".formatted(i), "\"%s\" is there twice in this role.", one.name());
      }
    }
  }
}
