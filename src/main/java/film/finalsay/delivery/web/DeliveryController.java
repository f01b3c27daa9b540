package film.finalsay.delivery.web;

import film.finalsay.delivery.DeliveryCsv;
import film.finalsay.delivery.DeliveryItem;
import film.finalsay.delivery.DeliverySchedules;
import film.finalsay.delivery.ItemState;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Csv;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/delivery-items")
@Tag(name = "Delivery")
class DeliveryController {

  private static final int ALL = 10_000;

  private final DeliverySchedules schedules;

  DeliveryController(DeliverySchedules schedules) {
    this.schedules = schedules;
  }

  record NewSchedule(
      @NotNull @Size(max = 100) String distributor,
      @NotNull @Size(min = 1, max = 300) List<NewItem> items) {}

  record NewItem(
      @NotNull @Size(max = 100) String item,
      @Size(max = 1000) String specification,
      @NotNull Boolean essential,
      LocalDate due) {}

  /**
   * @param due the last day, if one is agreed
   */
  record UsualSchedule(@NotNull @Size(max = 100) String distributor, LocalDate due) {}

  /**
   * @param evidence SHA-256 of one that was uploaded; without it, the one that was there stays
   * @param note why it failed, or is not needed
   */
  record NewState(
      @NotNull ItemState state, @Size(max = 64) String evidence, @Size(max = 1000) String note) {}

  @GetMapping
  @Operation(
      summary = "What the film's distributors get, item by item, and where each stands",
      description = "By distributor. With a distributor, what that one gets alone.")
  Page<DeliveryItem> all(
      Film film, @RequestParam(required = false) String distributor, @Paging.Of(50) Paging paging) {
    return Page.of(schedules.page(film, distributor, paging.limit(), paging.offset()), paging);
  }

  @GetMapping(path = "/export", produces = Csv.TYPE)
  @Operation(summary = "What a distributor gets as CSV that imports back")
  ResponseEntity<byte[]> export(Film film, @RequestParam String distributor) {
    Csv csv = new Csv(DeliveryCsv.HEADER);
    for (DeliveryItem item : schedules.page(film, distributor, ALL, 0)) {
      csv.line(item.item(), item.specification(), item.essential() ? "yes" : "no", item.due());
    }
    return csv.answer();
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Save all that a distributor gets",
      description =
          "For the film's post supervisor, producers, co-executive and executive producers. An item"
              + " that was there keeps where it stands; one that is not named any more goes, unless"
              + " something was sent of it.")
  Page<DeliveryItem> save(Film film, @RequestBody Sent<NewSchedule> schedule, Viewer viewer) {
    schedules.save(film.id(), schedule.fields(), viewer.person());
    return first(film);
  }

  @PutMapping(consumes = Csv.TYPE)
  @Operation(
      summary = "The same with CSV: item,specification,essential,due",
      description =
          "As distributors and spreadsheets write it: the columns in any order and under their usual"
              + " names, with commas, semicolons or tabs between them. Without a column essential, all"
              + " of it is. A line that is not understood is refused with its number.")
  Page<DeliveryItem> saveCsv(
      Film film, @RequestParam String distributor, InputStream csv, Viewer viewer)
      throws IOException {
    schedules.saveCsv(film.id(), distributor, Csv.content(csv), viewer.person());
    return first(film);
  }

  @PostMapping("/usual")
  @Operation(
      summary = "Add what distributors usually ask for",
      description =
          "DCP, ProRes master, 5.1 mix and M&E, textless elements, trailer, captions, stills, key art,"
              + " cue sheet, chain of title, E&O, contracts and credits statement, as far as they are"
              + " not agreed with this distributor yet.")
  Page<DeliveryItem> addUsual(Film film, @RequestBody Sent<UsualSchedule> usual, Viewer viewer) {
    schedules.addUsual(film.id(), usual.fields(), viewer.person());
    return first(film);
  }

  @PutMapping("/{number}")
  @Operation(
      summary = "Say where an item stands",
      description =
          "What is sent or accepted needs a document of the film that shows it, and so does an"
              + " essential item that is waived; that is a producer's to enter.")
  DeliveryItem set(
      Film film, @PathVariable int number, @RequestBody Sent<NewState> state, Viewer viewer) {
    return schedules.set(film.id(), number, state.fields(), viewer.person());
  }

  private Page<DeliveryItem> first(Film film) {
    Paging paging = new Paging(0, 50);
    return Page.of(schedules.page(film, null, paging.limit(), paging.offset()), paging);
  }
}
