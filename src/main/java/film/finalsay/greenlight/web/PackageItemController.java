package film.finalsay.greenlight.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.greenlight.ItemState;
import film.finalsay.greenlight.KeptItem;
import film.finalsay.greenlight.PackageItems;
import film.finalsay.greenlight.PackageItems.Standing;
import film.finalsay.greenlight.PackageTable.Requirement;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/package-items")
@Tag(name = "Greenlight package")
class PackageItemController {

  private final PackageItems items;

  PackageItemController(PackageItems items) {
    this.items = items;
  }

  /** What is in hand, and whether a greenlight at the budget that counts asks for it. */
  record ItemView(
      String title, @JsonUnwrapped KeptItem item, @JsonUnwrapped Requirement requirement) {

    static ItemView of(Standing standing) {
      return new ItemView(standing.item().item().title(), standing.item(), standing.requirement());
    }
  }

  /**
   * @param owner somebody on the team
   * @param document SHA-256 of one that was uploaded
   * @param reference where the evidence lies
   */
  record NewStanding(
      @NotNull ItemState state,
      @Size(max = 64) String owner,
      @Size(max = 64) String document,
      @Size(max = 500) String reference) {}

  @GetMapping
  @Operation(
      summary = "The package items that are kept by hand, with what a greenlight asks of each",
      description =
          "Script, budget, schedule, attachments, finance plan and sales estimates are read from the"
              + " film's other records.")
  Page<ItemView> all(Film film, Paging paging) {
    return Page.within(items.all(film), paging, ItemView::of);
  }

  @GetMapping("/{item}")
  @Operation(summary = "One of them")
  ItemView one(Film film, @PathVariable String item) {
    return ItemView.of(items.one(film, item));
  }

  @PutMapping("/{item}")
  @Operation(
      summary = "Say how an item stands",
      description =
          "For whoever may submit. The owner is somebody on the team, and the evidence a document (SHA-256"
              + " of one that was uploaded) or a reference (where it lies). What is in hand needs evidence.")
  ItemView set(
      Film film,
      @PathVariable String item,
      @RequestBody Sent<NewStanding> standing,
      Viewer viewer) {
    return ItemView.of(items.set(film.id(), item, standing.fields(), viewer.person()));
  }
}
