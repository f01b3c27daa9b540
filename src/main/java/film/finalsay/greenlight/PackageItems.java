package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import film.finalsay.greenlight.PackageTable.Requirement;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The items of a film's package of which no other record tells. */
@Service
@Transactional
public class PackageItems {

  private static final int MAX_LOGIN = 64;

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

  private String onTeam(Film film, String owner) {
    if (films.rolesOf(owner, film.id()).isEmpty()) {
      throw invalid("owner", "\"%s\" is not on the team of %s today.", owner, film.inWords());
    }
    return owner;
  }

  private static PackageItem kept(String name) {
    return Stream.of(PackageItem.values())
        .filter(item -> item.isKept() && item.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                notFound(
                    "There is no item %s to be set; there are %s. The others are read from the"
                        + " film's records.",
                    name, PackageItem.kept()));
  }

  private Money budget(Film film) {
    return budgets
        .figures(film)
        .flatMap(figures -> budgets.version(film, figures.version()))
        .map(FilmBudgets.BudgetSummary::total)
        .orElse(film.zero());
  }
}
