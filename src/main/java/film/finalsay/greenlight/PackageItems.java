package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.approval.Rows;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmAttachments;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import film.finalsay.greenlight.PackageTable.Requirement;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Versions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What no other record of a film tells of its package: key attachments, and items kept by hand. */
@Service
@Transactional
public class PackageItems implements FilmAttachments {

  private static final int MAX_LOGIN = 64;
  private static final Set<Role> ATTACHING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);
  private static final int MOST_ATTACHED = 50;
  private static final int MAX_NAME = 200;

  private final GreenlightRepository greenlights;
  private final PackageTable table;
  private final FilmBudgets budgets;
  private final Documents documents;
  private final FilmGreenlight greenlight;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  PackageItems(
      GreenlightRepository greenlights,
      PackageTable table,
      FilmBudgets budgets,
      Documents documents,
      FilmGreenlight greenlight,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.greenlights = greenlights;
    this.table = table;
    this.budgets = budgets;
    this.documents = documents;
    this.greenlight = greenlight;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** An item with what is asked of it at the budget that counts. */
  public record Standing(KeptItem item, Requirement requirement) {}

  /** Every item that is kept, in their order. */
  @Transactional(readOnly = true)
  public List<Standing> all(Film film) {
    Map<PackageItem, Requirement> requirements = table.of(film.kind(), budget(film));
    return greenlights.items(film).stream()
        .map(item -> new Standing(item, requirements.get(item.item())))
        .toList();
  }

  /**
   * @throws BusinessRuleException (not found) if there is no such item, or it is not kept
   */
  @Transactional(readOnly = true)
  public Standing one(Film film, String item) {
    PackageItem kept = kept(item);
    return all(film).stream()
        .filter(standing -> standing.item().item() == kept)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Says how an item stands.
   *
   * @param sent {@code state}, and {@code owner}, {@code document}, {@code reference} where there
   *     are any
   * @throws BusinessRuleException if a field is wrong, there is no such item, this person may not,
   *     or (conflict) a greenlight rests on what would be lost
   */
  public Standing set(String filmId, String item, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.submitterRole(person, film);
    Inputs inputs = Inputs.of(sent);
    KeptItem set =
        new KeptItem(
            kept(item),
            inputs.oneOf("state", ItemState.class),
            inputs.optionalText("owner", MAX_LOGIN).map(owner -> onTeam(film, owner)).orElse(null),
            Evidence.read(inputs, film, documents));
    inputs.requireNothingElse();
    if (set.state() == ItemState.IN_HAND) {
      set.evidence().require("what is in hand");
    }
    greenlight.keep(film, () -> greenlights.set(film, set, person, clock.instant()));
    ledger.append(
        filmId,
        Event.of(Happening.PACKAGE_ITEM_SET)
            .by(person, role)
            .with("item", set.item())
            .with("state", set.state())
            .with("owner", set.owner())
            .with("document", set.evidence().document())
            .with("reference", set.evidence().reference()));
    return one(film, item);
  }

  /**
   * Saves a new version of the key attachments; those before stay. An empty list is one, too:
   * somebody can drop out.
   *
   * @param sent {@code attachments}, each with name, role, state, and document or reference
   * @throws BusinessRuleException if a field is wrong, this person may not, or (conflict) a
   *     greenlight stands on them
   */
  public AttachmentList saveAttachments(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(ATTACHING, person, film, "save its key attachments");
    Inputs inputs = Inputs.of(sent);
    if (inputs.any("attachments") == null) {
      throw invalid("attachments", "is missing; send a list, which may be empty.");
    }
    List<KeyAttachment> list =
        Rows.read(inputs, "attachments", MOST_ATTACHED, row -> attachment(row, film));
    inputs.requireNothingElse();
    requireEachOnce(list);
    greenlight
        .schedule(film)
        .ifPresent(
            given -> {
              throw conflict(
                  "%s was greenlit on its key attachments, by %s: they change by an approval of key personnel (key-personnel) alone. %s",
                  film.inWords(), given.approvalKey(), given.way());
            });
    return save(film, list, person, Event.of(Happening.KEY_ATTACHMENTS_SAVED).by(person, role));
  }

  private AttachmentList save(Film film, List<KeyAttachment> list, String person, Event event) {
    AttachmentList saved =
        new AttachmentList(greenlights.latestAttachments(film) + 1, list, person, clock.instant());
    greenlights.insert(film, saved);
    Event told = event.with("version", saved.version());
    for (KeyAttachment one : list) {
      told =
          told.with(
              one.role().name() + " " + one.name(),
              "%s, %s".formatted(one.state(), one.evidence().inFull()));
    }
    ledger.append(film.id(), told);
    return attachments(film, saved.version());
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isAttached(Film film, String role, String name) {
    return attached(film).stream().anyMatch(one -> one.is(role, name));
  }

  /** Whoever is on the list already by a letter stands there with the contract from now on. */
  @Override
  public void change(
      Film film, String role, String leaves, String joins, String document, Approval approval) {
    List<KeyAttachment> list = new ArrayList<>(attached(film));
    list.removeIf(one -> one.is(role, leaves) || one.is(role, joins));
    if (joins != null) {
      list.add(
          new KeyAttachment(
              joins,
              AttachmentRole.valueOf(role),
              AttachmentState.ATTACHED,
              new Evidence(document, approval.key())));
    }
    Event event = Event.of(Happening.KEY_ATTACHMENTS_SAVED).on(approval.key());
    save(film, list, approval.requester(), event);
  }

  private List<KeyAttachment> attached(Film film) {
    return greenlights
        .attachments(film, greenlights.latestAttachments(film))
        .map(AttachmentList::attachments)
        .orElse(List.of());
  }

  /**
   * @param version null for the newest
   * @throws BusinessRuleException (not found) if there are none
   */
  @Transactional(readOnly = true)
  public AttachmentList attachments(Film film, Integer version) {
    int number = version == null ? greenlights.latestAttachments(film) : version;
    return greenlights
        .attachments(film, number)
        .orElseThrow(() -> Versions.missing(film.inWords(), "key attachments", version));
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

  private String onTeam(Film film, String owner) {
    if (films.rolesOf(owner, film.id()).isEmpty()) {
      throw invalid("owner", "\"%s\" is not on the team of %s today.", owner, film.inWords());
    }
    return owner;
  }

  private static PackageItem kept(String name) {
    return PackageItem.KEPT.stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                notFound(
                    "There is no item %s to be set; there are %s. The others are read from the"
                        + " film's records.",
                    name, PackageItem.KEPT));
  }

  private Money budget(Film film) {
    return budgets
        .figures(film)
        .flatMap(figures -> budgets.version(film, figures.version()))
        .map(FilmBudgets.BudgetSummary::total)
        .orElse(film.zero());
  }
}
