package film.finalsay.film.web;

import film.finalsay.film.web.LedgerController.AnchorView;
import film.finalsay.film.web.LedgerController.EntryView;
import film.finalsay.ledger.Ledger;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For administrators alone; see routes.csv. */
@RestController
@RequestMapping("/api/ledger")
@Tag(name = "Ledger")
class CompanyLedgerController {

  private final Ledger ledger;

  CompanyLedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  @Expensive
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What concerns no single film, the newest first",
      description =
          "Models that were deployed, and accounts, groups, rights and passwords that were changed."
              + " As CSV with \"format=csv\" or Accept: text/csv. For administrators.")
  Page<EntryView> json(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    Paging paging = new Paging(page, size);
    return Page.of(
        ledger.page(Ledger.COMPANY, paging.limit(), paging.offset()),
        paging,
        entry -> EntryView.of(entry, Map.of()));
  }

  @Expensive
  @GetMapping(produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet")
  ResponseEntity<byte[]> csv(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return LedgerController.csv(json(page, size));
  }

  /** For a link, which sends no header of its own. */
  @Expensive
  @GetMapping(
      params = "format",
      produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
  @Operation(summary = "The same in the format that is named")
  ResponseEntity<?> inFormat(
      @RequestParam String format,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return LedgerController.inFormat(format, json(page, size));
  }

  @GetMapping("/anchor")
  @Operation(
      summary = "Where the company's ledger ends",
      description = "As for a film; verify-ledger compares it. For administrators.")
  AnchorView anchor() {
    return AnchorView.of(ledger.anchor(Ledger.COMPANY));
  }
}
