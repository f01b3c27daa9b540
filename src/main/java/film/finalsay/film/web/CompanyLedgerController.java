package film.finalsay.film.web;

import film.finalsay.ledger.Anchor;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Ledger;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
  Page<Entry> json(Paging paging) {
    return Page.of(ledger.page(Ledger.COMPANY, paging.limit(), paging.offset()), paging);
  }

  @Expensive
  @GetMapping(produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet")
  ResponseEntity<byte[]> csv(Paging paging) {
    return LedgerController.csv(json(paging));
  }

  /** For a link, which sends no header of its own. */
  @Expensive
  @GetMapping(
      params = "format",
      produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
  @Operation(summary = "The same in the format that is named")
  ResponseEntity<?> inFormat(@RequestParam String format, Paging paging) {
    return LedgerController.inFormat(format, json(paging));
  }

  @GetMapping("/anchor")
  @Operation(
      summary = "Where the company's ledger ends",
      description = "As for a film; verify-ledger compares it. For administrators.")
  Anchor anchor() {
    return ledger.anchor(Ledger.COMPANY);
  }
}
