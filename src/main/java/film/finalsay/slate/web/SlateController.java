package film.finalsay.slate.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.film.Viewer;
import film.finalsay.slate.Slate;
import film.finalsay.slate.Slate.Standing;
import film.finalsay.slate.SlateFilm;
import film.finalsay.slate.SlateTotal;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/slate")
@Tag(name = "Slate")
class SlateController {

  private final Slate slate;

  SlateController(Slate slate) {
    this.slate = slate;
  }

  /**
   * @param totals of all films that one is on, not of the page alone
   */
  record SlateView(@JsonUnwrapped Page<SlateFilm> films, List<SlateTotal> totals) {}

  @Expensive
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The films on whose team you are, with their figures, those at risk first",
      description =
          "All films for an administrator. Under a hard stop first, then with overdue conditions, then"
              + " with an estimated final cost above the secured funds, then by variance in percent, then"
              + " by the oldest wait. As CSV with \"format=csv\" or Accept: text/csv.")
  SlateView json(Paging paging, Viewer viewer) {
    Standing standing = slate.of(viewer);
    return new SlateView(
        Page.within(standing.films(), paging, Function.identity()), standing.totals());
  }

  @Expensive
  @GetMapping(produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet: the films of the page, then the totals")
  ResponseEntity<byte[]> csv(Paging paging, Viewer viewer) {
    return SlateCsv.written(json(paging, viewer)).answer();
  }

  /** For a link, which sends no header of its own. */
  @Expensive
  @GetMapping(
      params = "format",
      produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
  @Operation(summary = "The same in the format that is named")
  ResponseEntity<?> inFormat(@RequestParam String format, Paging paging, Viewer viewer) {
    return switch (format) {
      case "csv" -> csv(paging, viewer);
      case "json" ->
          ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(paging, viewer));
      default -> throw invalid("format", "has to be json or csv.");
    };
  }
}
