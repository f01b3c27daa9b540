package film.finalsay.film.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Film;
import film.finalsay.ledger.Anchor;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Event;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

  private final Ledger ledger;
  private final Withheld withheld;

  LedgerController(Ledger ledger, Withheld withheld) {
    this.withheld = withheld;
    this.ledger = ledger;
  }

  @Expensive
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What happened on the film, the newest first",
      description =
          "Only what belongs to one approval with \"approval\". As CSV with \"format=csv\" or Accept:"
              + " text/csv; a page with fewer lines than \"size\" is the last.")
  Page<Entry> json(Film film, @RequestParam(required = false) String approval, Paging paging) {
    return entries(film, approval, paging);
  }

  @Expensive
  @GetMapping(produces = Csv.TYPE)
  @Operation(summary = "The same for a spreadsheet")
  ResponseEntity<byte[]> csv(
      Film film, @RequestParam(required = false) String approval, Paging paging) {
    return csv(entries(film, approval, paging));
  }

  /** For a link, which sends no header of its own. */
  @Expensive
  @GetMapping(
      params = "format",
      produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
  @Operation(summary = "The same in the format that is named")
  ResponseEntity<?> inFormat(
      Film film,
      @RequestParam(required = false) String approval,
      @RequestParam String format,
      Paging paging) {
    return inFormat(format, entries(film, approval, paging));
  }

  static ResponseEntity<byte[]> csv(Page<Entry> page) {
    Csv csv =
        new Csv(
            "number",
            "at",
            "happening",
            "approval",
            "person",
            "role",
            "onBehalfOf",
            "seen",
            "facts",
            "rowsSha256",
            "previousHash",
            "hash");
    for (Entry entry : page.items()) {
      Event event = entry.event();
      csv.line(
          entry.number(),
          entry.at(),
          event.happening(),
          event.approvalKey(),
          event.person(),
          id(event.role()),
          id(event.onBehalfOf()),
          event.seen(),
          inWords(event.facts()),
          entry.rowsSha256(),
          entry.previousHash(),
          entry.hash());
    }
    return csv.answer();
  }

  private static String id(Role role) {
    return role == null ? null : role.id();
  }

  /** {@code amount: 8000.00; kind: TRANSFER}. */
  private static String inWords(Map<String, String> facts) {
    return new TreeMap<>(facts)
        .entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("; "));
  }

  static ResponseEntity<?> inFormat(String format, Page<Entry> page) {
    return switch (format) {
      case "csv" -> csv(page);
      case "json" -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(page);
      default -> throw invalid("format", "has to be json or csv.");
    };
  }

  @GetMapping("/anchor")
  @Operation(
      summary = "Where the film's ledger ends",
      description =
          "How many entries it has and the hash of the last. Kept outside the product, it shows later"
              + " whether anything up to there was changed; verify-ledger compares it.")
  Anchor anchor(Film film) {
    return ledger.anchor(film.id());
  }

  private Page<Entry> entries(Film film, String approval, Paging paging) {
    List<Entry> found =
        approval == null
            ? ledger.page(film.id(), paging.limit(), paging.offset())
            : ledger.page(film.id(), approval, paging.limit(), paging.offset());
    Map<String, Instant> hidden =
        withheld.votesSince(
            found.stream()
                .map(entry -> entry.event().approvalKey())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return Page.of(found, paging, entry -> shown(entry, hidden));
  }

  private static Entry shown(Entry entry, Map<String, Instant> votesHidden) {
    Event event = entry.event();
    boolean hidden =
        event.happening() == Happening.DECIDED
            && Outcome.of(event.facts().getOrDefault("outcome", ""))
                .filter(
                    outcome ->
                        Withheld.covers(votesHidden, event.approvalKey(), outcome, entry.at()))
                .isPresent();
    return hidden ? entry.with(WITHHELD) : entry;
  }
}
