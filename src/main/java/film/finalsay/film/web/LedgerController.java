package film.finalsay.film.web;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Films;
import film.finalsay.ledger.Anchor;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.web.Csv;
import film.finalsay.web.Expensive;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/ledger")
@Tag(name = "Ledger")
class LedgerController {

  /** The entry and its hash are shown whole; what the vote was, once the votes are counted. */
  private static final Map<String, String> WITHHELD =
      Map.of("withheld", "until the votes are counted");

  private final Films films;
  private final Ledger ledger;
  private final Withheld withheld;

  LedgerController(Films films, Ledger ledger, Withheld withheld) {
    this.withheld = withheld;
    this.films = films;
    this.ledger = ledger;
  }

  record EntryView(
      long number,
      Instant at,
      Happening happening,
      String approval,
      String person,
      String role,
      String onBehalfOf,
      String seen,
      Map<String, String> facts,
      String rowsSha256,
      String previousHash,
      String hash) {

    static EntryView of(Entry entry, Map<String, Instant> votesHidden) {
      return new EntryView(
          entry.number(),
          entry.at(),
          entry.event().happening(),
          entry.event().approvalKey(),
          entry.event().person(),
          id(entry.event().role()),
          id(entry.event().onBehalfOf()),
          entry.event().seen(),
          isWithheld(entry, votesHidden) ? WITHHELD : entry.event().facts(),
          entry.rowsSha256(),
          entry.previousHash(),
          entry.hash());
    }

    private static boolean isWithheld(Entry entry, Map<String, Instant> votesHidden) {
      return entry.event().happening() == Happening.DECIDED
          && Outcome.of(entry.event().facts().getOrDefault("outcome", ""))
              .filter(
                  outcome ->
                      Withheld.covers(
                          votesHidden, entry.event().approvalKey(), outcome, entry.at()))
              .isPresent();
    }

    private static String id(Role role) {
      return role == null ? null : role.id();
    }
  }

  record AnchorView(String film, long number, String hash) {

    static AnchorView of(Anchor anchor) {
      return new AnchorView(anchor.filmId(), anchor.number(), anchor.hash());
    }
  }

  @Expensive
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What happened on the film, the newest first",
      description =
          "Only what belongs to one approval with \"approval\". As CSV with \"format=csv\" or Accept:"
              + " text/csv; a page with fewer lines than \"size\" is the last.")
  Page<EntryView> json(
      @PathVariable String film,
      @RequestParam(required = false) String approval,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    return entries(film, approval, page, size, login);
  }

  @Expensive
  @GetMapping(produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet")
  ResponseEntity<byte[]> csv(
      @PathVariable String film,
      @RequestParam(required = false) String approval,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    return csv(entries(film, approval, page, size, login));
  }

  /** For a link, which sends no header of its own. */
  @Expensive
  @GetMapping(
      params = "format",
      produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
  @Operation(summary = "The same in the format that is named")
  ResponseEntity<?> inFormat(
      @PathVariable String film,
      @RequestParam(required = false) String approval,
      @RequestParam String format,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    return inFormat(format, entries(film, approval, page, size, login));
  }

  static ResponseEntity<byte[]> csv(Page<EntryView> page) {
    return Csv.answer(LedgerCsv.written(page.items()));
  }

  static ResponseEntity<?> inFormat(String format, Page<EntryView> page) {
    return switch (format) {
      case "csv" -> csv(page);
      case "json" -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(page);
      default -> throw BusinessRuleException.invalid("format", "has to be json or csv.");
    };
  }

  @GetMapping("/anchor")
  @Operation(
      summary = "Where the film's ledger ends",
      description =
          "How many entries it has and the hash of the last. Kept outside the product, it shows later"
              + " whether anything up to there was changed; verify-ledger compares it.")
  AnchorView anchor(@PathVariable String film, Authentication login) {
    films.seenBy(Viewers.of(login), film);
    return AnchorView.of(ledger.anchor(film));
  }

  private Page<EntryView> entries(
      String film, String approval, int page, int size, Authentication login) {
    films.seenBy(Viewers.of(login), film);
    Paging paging = new Paging(page, size);
    List<Entry> found =
        approval == null
            ? ledger.page(film, paging.limit(), paging.offset())
            : ledger.page(film, approval, paging.limit(), paging.offset());
    Map<String, Instant> hidden =
        withheld.votesSince(
            found.stream()
                .map(entry -> entry.event().approvalKey())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return Page.of(found, paging, entry -> EntryView.of(entry, hidden));
  }
}
