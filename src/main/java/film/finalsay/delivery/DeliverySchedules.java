package film.finalsay.delivery;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.Rows;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each distributor of a film gets: agreed by its producers, and set item by item as it goes
 * out. While a delivery is signed, nothing of it changes.
 */
@Service
@Transactional
public class DeliverySchedules {

  /** More than any distributor has been seen to ask for. */
  static final int MAX_ITEMS = 300;

  private static final Set<Role> SETTING =
      Collections.unmodifiableSet(
          EnumSet.of(
              Role.POST_SUPERVISOR,
              Role.PRODUCER,
              Role.CO_EXECUTIVE_PRODUCER,
              Role.EXECUTIVE_PRODUCER));
  private static final Set<Outcome> SENT_BACK = EnumSet.of(Outcome.RETURN, Outcome.REFUSE);
  private static final int MAX_DISTRIBUTOR = 100;
  private static final int SHA_256 = 64;

  private final DeliveryRepository items;
  private final Documents documents;
  private final ApprovalRegister register;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  DeliverySchedules(
      DeliveryRepository items,
      Documents documents,
      ApprovalRegister register,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.items = items;
    this.documents = documents;
    this.register = register;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * By distributor, in the order in which they were agreed.
   *
   * @param distributor null for all
   */
  @Transactional(readOnly = true)
  public List<DeliveryItem> page(Film film, String distributor, int limit, long offset) {
    return items.page(film.id(), distributor, limit, offset);
  }

  @Transactional(readOnly = true)
  List<DeliveryItem> all(Film film) {
    return items.all(film.id());
  }

  /**
   * Saves all that a distributor gets. An item that was there keeps where it stands; one that is
   * not named any more goes, unless something has been sent of it.
   *
   * @param sent {@code distributor} and {@code items}
   * @throws BusinessRuleException if a field is wrong, or this person may not; (conflict) if a
   *     delivery is being signed, or something was sent of what would go
   */
  public void save(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = role(film, person);
    Inputs inputs = Inputs.of(sent);
    String distributor = inputs.text("distributor", MAX_DISTRIBUTOR);
    List<AgreedItem> agreed = Rows.read(inputs, "items", MAX_ITEMS, AgreedItem::sent);
    inputs.requireNothingElse();
    requireEachOnce(agreed);
    save(film, distributor, agreed, true, person, role);
  }

  /** The same with a file; {@code file} is refused with the number of the line. */
  public void saveCsv(String filmId, String distributor, byte[] csv, String person) {
    Film film = films.lock(filmId);
    Role role = role(film, person);
    String named =
        Inputs.of(Map.of("distributor", distributor)).text("distributor", MAX_DISTRIBUTOR);
    save(film, named, DeliveryCsv.read(csv), true, person, role);
  }

  /**
   * Adds what distributors usually ask for, as far as it is not agreed yet.
   *
   * @param sent {@code distributor}, and the day on which it is {@code due}, if there is one
   * @throws BusinessRuleException as for {@link #save}
   */
  public void addUsual(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = role(film, person);
    Inputs inputs = Inputs.of(sent);
    String distributor = inputs.text("distributor", MAX_DISTRIBUTOR);
    List<AgreedItem> usual = new ArrayList<>(AgreedItem.usual(AgreedItem.day(inputs, "due")));
    inputs.requireNothingElse();
    List<DeliveryItem> there = items.all(filmId);
    usual.removeIf(one -> there.stream().anyMatch(item -> item.stands(distributor, one.item())));
    save(film, distributor, usual, false, person, role);
  }

  /**
   * Sets where an item stands.
   *
   * @param sent {@code state}, and {@code evidence} and {@code note}
   * @throws BusinessRuleException if a field is wrong, this person may not, or there is no such
   *     item; (conflict) if a delivery is being signed
   */
  public DeliveryItem set(String filmId, int number, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = role(film, person);
    DeliveryItem item =
        items
            .find(filmId, number)
            .orElseThrow(() -> notFound("%s has no delivery item %d.", film.inWords(), number));
    Inputs inputs = Inputs.of(sent);
    ItemState state = inputs.oneOf("state", ItemState.class);
    String evidence =
        inputs
            .optionalText("evidence", SHA_256)
            .map(sha256 -> documents.named(film, "evidence", sha256).sha256())
            .orElse(state == ItemState.MISSING ? null : item.evidence());
    String note = inputs.optionalLines("note", AgreedItem.MAX_TEXT).orElse("");
    inputs.requireNothingElse();
    requireShown(item, state, evidence, note);
    if (state == ItemState.WAIVED && !role.mayActFor(Role.PRODUCER)) {
      throw forbidden("Only a producer enters that a distributor does without an item.");
    }
    requireNotBeingSigned(film);
    return set(item.in(state, evidence, note, person, now()), role);
  }

  /**
   * What is sent or accepted can be shown, and so can it be that nobody needs what is essential.
   */
  private static void requireShown(
      DeliveryItem item, ItemState state, String evidence, String note) {
    boolean shown = state == ItemState.SENT || state == ItemState.ACCEPTED;
    if (evidence == null && (shown || state == ItemState.WAIVED && item.essential())) {
      throw invalid(
          "evidence",
          "is missing; the SHA-256 of a document is needed that shows that %s is %s.",
          item.item(),
          state.inWords());
    }
    if (note.isEmpty() && (state == ItemState.QC_FAILED || state == ItemState.WAIVED)) {
      throw invalid("note", "is missing; write why %s is %s.", item.item(), state.inWords());
    }
  }

  /** The distributor objects to what it names; that has to be sent anew. */
  void objected(Film film, String comment, String person, Role role) {
    for (DeliveryItem item : items.all(film.id())) {
      if (item.isNamedIn(comment)) {
        set(item.in(ItemState.QC_FAILED, item.evidence(), comment(comment), person, now()), role);
      }
    }
  }

  /**
   * The distributor has accepted what was sent, by a word or by silence.
   *
   * @return how many items
   */
  int accepted(Film film, String approvalKey) {
    int accepted = 0;
    for (DeliveryItem item : items.all(film.id())) {
      if (item.state() == ItemState.SENT) {
        String note = "Accepted by " + approvalKey + ".";
        set(item.in(ItemState.ACCEPTED, item.evidence(), note, item.setBy(), now()), null);
        accepted++;
      }
    }
    return accepted;
  }

  private static String comment(String comment) {
    return Excerpt.beginning(comment, AgreedItem.MAX_TEXT);
  }

  private DeliveryItem set(DeliveryItem item, Role role) {
    items.save(item);
    Event event = Event.of(Happening.DELIVERY_ITEM_SET);
    ledger.append(
        item.filmId(),
        (role == null ? event : event.by(item.setBy(), role))
            .with("number", item.number())
            .with("distributor", item.distributor())
            .with("item", item.item())
            .with("state", item.state())
            .with("evidence", item.evidence())
            .with("note", item.note()));
    return item;
  }

  private void save(
      Film film,
      String distributor,
      List<AgreedItem> agreed,
      boolean whole,
      String person,
      Role role) {
    requireNotBeingSigned(film);
    List<DeliveryItem> gone = new ArrayList<>(items.all(film.id()));
    gone.removeIf(item -> !item.distributor().equalsIgnoreCase(distributor));
    int last = items.lastNumber(film.id());
    String named = gone.isEmpty() ? distributor : gone.get(0).distributor();
    for (AgreedItem one : agreed) {
      Optional<DeliveryItem> there =
          gone.stream().filter(item -> item.stands(distributor, one.item())).findFirst();
      there.ifPresent(gone::remove);
      there
          .filter(item -> item.essential() && !one.essential())
          .ifPresent(item -> requireMayLessen(item, role));
      items.save(
          there.isPresent()
              ? there.get().agreed(one, person, now())
              : added(film, ++last, named, one, person));
    }
    if (whole) {
      gone.forEach(item -> remove(item, role));
    }
    ledger.append(
        film.id(),
        Event.of(Happening.DELIVERY_SCHEDULE_SAVED)
            .by(person, role)
            .with("distributor", named)
            .with("items", agreed.size())
            .with("essential", agreed.stream().filter(AgreedItem::essential).count())
            .with("removed", whole ? gone.size() : 0));
  }

  private DeliveryItem added(
      Film film, int number, String distributor, AgreedItem agreed, String person) {
    return new DeliveryItem(
        film.id(),
        number,
        distributor,
        agreed.item(),
        agreed.specification(),
        agreed.essential(),
        agreed.due(),
        ItemState.MISSING,
        null,
        "",
        person,
        now());
  }

  /** As with what the distributor does without. */
  private static void requireMayLessen(DeliveryItem item, Role role) {
    if (!role.mayActFor(Role.PRODUCER)) {
      throw forbidden(
          "%s is essential to %s: only a producer enters that it is not, or takes it off.",
          item.item(), item.distributor());
    }
  }

  private void remove(DeliveryItem item, Role role) {
    if (item.state() != ItemState.MISSING) {
      throw conflict(
          "%s is %s: it stays on the schedule of %s.",
          item.item(), item.state().inWords(), item.distributor());
    }
    if (item.essential()) {
      requireMayLessen(item, role);
    }
    items.delete(item);
  }

  private Role role(Film film, String person) {
    return films.roleAmong(SETTING, person, film, "set what its distributors get");
  }

  /** What people sign stays as it is, until one of them sends it back. */
  private void requireNotBeingSigned(Film film) {
    register.standing(film.id(), DeliveryRequest.DELIVERY).stream()
        .filter(delivery -> !delivery.state().isFinal())
        .filter(delivery -> !isSentBack(register.decisions(delivery.key())))
        .findFirst()
        .ifPresent(
            delivery -> {
              throw conflict(
                  "%s is being signed; what it delivers changes once it is returned or withdrawn.",
                  delivery.key());
            });
  }

  private static boolean isSentBack(List<Decision> decisions) {
    boolean sentBack = false;
    for (Decision decision : decisions) {
      sentBack =
          decision.outcome() != Outcome.RESUBMIT
              && (sentBack || SENT_BACK.contains(decision.outcome()));
    }
    return sentBack;
  }

  private static void requireEachOnce(List<AgreedItem> agreed) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < agreed.size(); i++) {
      if (!seen.add(agreed.get(i).item().toLowerCase(Locale.ROOT))) {
        throw invalid(
            "items[%d].item".formatted(i),
            "\"%s\" is there twice; each is named once.",
            agreed.get(i).item());
      }
    }
    if (agreed.isEmpty()) {
      throw invalid("items", "is missing; at least one row is needed.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
