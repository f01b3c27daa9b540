package film.finalsay.drawdown;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A greenlit film that may draw: one source of 1,000,000.00 in the tranches 1 (400,000.00) and 2
 * (600,000.00), a payee, and a cost report of three days ago.
 */
record DrawnFilm(TestFilm film) {

  static final String DRAWDOWN = "drawdown";
  static final String ENDORSE = "userTask_endorseDrawdown";
  static final String DECIDE = "userTask_decideDrawdown";
  static final String AMEND = "userTask_amendDrawdown";
  static final String CONSENT = "userTask_giveConsent";
  static final String ENTER = "userTask_enterArrival";
  static final String NOTE = "userTask_noteDifference";
  static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  static final String ON_BUDGET =
      """
      account,actual,commitments,etc,reason
      1100,50000,0,0,
      1400,100000,50000,100000,
      3500,40000,10000,150000,
      3600,0,0,300000,
      4500,0,0,100000,
      9900,0,0,100000,
      """;

  static DrawnFilm create(int port) {
    return ready(GreenlitFilm.create(port));
  }

  static DrawnFilm ready(TestFilm film) {
    DrawnFilm drawn = new DrawnFilm(film);
    film.join(Map.of("person", "accountant1", "role", "production-accountant")).ok();
    drawn.scheduled(tranche("1", TODAY, "400000"), tranche("2", TODAY, "600000")).ok();
    drawn.payee("producer1", "Lighthouse Ltd", "DE02 1203 0000 0000 2020 51").ok();
    drawn.reported(TODAY.minusDays(3), ON_BUDGET).ok();
    return drawn;
  }

  String id() {
    return film.id();
  }

  Desk desk(String person) {
    return film.desk(person);
  }

  String path(String rest) {
    return "/api/films/%s/%s".formatted(film.id(), rest);
  }

  static Map<String, Object> tranche(String label, LocalDate earliest, String most) {
    return Map.of(
        "source", "Equity", "tranche", label, "earliest", earliest.toString(), "most", most);
  }

  @SafeVarargs
  final Answer scheduled(Map<String, Object>... tranches) {
    return desk("accountant1").put(path("cash-flow"), Map.of("tranches", List.of(tranches)));
  }

  Answer payee(String person, String name, String account) {
    return desk(person).post(path("payees"), Map.of("name", name, "account", account));
  }

  Answer reported(LocalDate weekEnding, String csv) {
    return desk("line1").postCsv(path("cost-reports?weekEnding=" + weekEnding), csv);
  }

  /** Saves a plan of sources: name, kind, amount, state, last day. */
  Answer planned(String... sources) {
    List<Map<String, String>> plan =
        StreamSupport.stream(List.of(sources).spliterator(), false)
            .map(line -> line.split(", *", -1))
            .map(
                cells -> {
                  Map<String, String> source = new HashMap<>();
                  source.put("name", cells[0]);
                  source.put("kind", cells[1]);
                  source.put("amount", cells[2]);
                  source.put("state", cells[3]);
                  if (cells.length > 4) {
                    source.put("expires", cells[4]);
                  }
                  return source;
                })
            .toList();
    return desk("producer1").put(path("finance-plan"), Map.of("sources", plan));
  }

  Map<String, Object> draw(String tranche, String amount) {
    Map<String, Object> draw = new HashMap<>();
    draw.put("film", id());
    draw.put("source", "Equity");
    draw.put("tranche", tranche);
    draw.put("amount", amount);
    draw.put("valueDate", TODAY.plusDays(14).toString());
    draw.put("payee", "Lighthouse Ltd");
    draw.put("costReport", 1);
    draw.put("costsAsReported", true);
    return draw;
  }

  static Map<String, Object> with(Map<String, Object> draw, String field, Object value) {
    Map<String, Object> other = new HashMap<>(draw);
    other.put(field, value);
    return other;
  }

  String asked(String person, String tranche, String amount) {
    return desk(person).started(DRAWDOWN, draw(tranche, amount));
  }

  /** Asked for by a producer, decided, and consented to. */
  String approved(String tranche, String amount) {
    String key = asked("producer1", tranche, amount);
    desk("exec1").answer(key, DECIDE, "APPROVE", "").ok();
    desk("guarantor1").answer(key, CONSENT, "CONSENT", "").ok();
    desk("financier1").answer(key, CONSENT, "CONSENT", "").ok();
    return key;
  }

  Answer entered(String receipt, String person, String amount) {
    return desk(person)
        .answer(
            receipt,
            ENTER,
            Map.of("decision", "CONFIRM", "arrived", amount, "arrivedOn", TODAY.toString()));
  }

  String state(String key) {
    return desk("admin").approval(key).path("state").asText();
  }

  JsonNode money() {
    return desk("financier1").get(path("money")).ok();
  }

  JsonNode tranche(String label) {
    for (JsonNode one : desk("line1").get(path("cash-flow")).ok().path("tranches")) {
      if (one.path("tranche").asText().equals(label)) {
        return one;
      }
    }
    throw new AssertionError("no tranche " + label);
  }

  JsonNode entry(String happening) {
    for (JsonNode entry : desk("admin").get(path("ledger?size=200")).ok().path("items")) {
      if (entry.path("happening").asText().equals(happening)) {
        return entry;
      }
    }
    throw new AssertionError("no entry " + happening);
  }
}
