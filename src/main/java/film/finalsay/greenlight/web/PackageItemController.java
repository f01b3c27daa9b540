package film.finalsay.greenlight.web;

import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.greenlight.ItemState;
import film.finalsay.greenlight.PackageItem;
import film.finalsay.greenlight.PackageItems;
import film.finalsay.greenlight.PackageItems.Standing;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/package-items")
@Tag(name = "Greenlight package")
class PackageItemController {

  private final Films films;
  private final PackageItems items;

  PackageItemController(Films films, PackageItems items) {
    this.films = films;
    this.items = items;
  }

  /**
   * @param owner who sees to it; null if nobody is named
   * @param document SHA-256; null if there is none
   * @param required whether a greenlight at the budget that counts asks for it
   */
  record ItemView(
      PackageItem item,
      String title,
      ItemState state,
      String owner,
      String document,
      String reference,
      boolean required,
      String because) {

    static ItemView of(Standing standing) {
      return new ItemView(
          standing.item().item(),
          standing.item().item().title(),
          standing.item().state(),
          standing.item().owner(),
          standing.item().evidence().document(),
          standing.item().evidence().reference(),
          standing.requirement().required(),
          standing.requirement().because());
    }
  }

  @GetMapping
  @Operation(
      summary = "The package items that are kept by hand, with what a greenlight asks of each",
      description =
          "Script, budget, schedule, attachments, finance plan and sales estimates are read from the"
              + " film's other records.")
  Page<ItemView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    List<Standing> found =
        items.all(seen).stream().skip(paging.offset()).limit(paging.limit()).toList();
    return Page.of(found, paging, ItemView::of);
  }

  @GetMapping("/{item}")
  @Operation(summary = "One of them")
  ItemView one(@PathVariable String film, @PathVariable String item, Authentication login) {
    return ItemView.of(items.one(films.seenBy(Viewers.of(login), film), item));
  }

  @PutMapping("/{item}")
  @Operation(
      summary = "Say how an item stands",
      description =
          "For whoever may submit. Body: state (MISSING, IN_PROGRESS, IN_HAND), owner (somebody on the"
              + " team), and the evidence: document (SHA-256 of one that was uploaded) or reference"
              + " (where it lies). What is in hand needs evidence.")
  ItemView set(
      @PathVariable String film,
      @PathVariable String item,
      @RequestBody Map<String, Object> standing,
      Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    return ItemView.of(items.set(seen.id(), item, standing, login.getName()));
  }
}
