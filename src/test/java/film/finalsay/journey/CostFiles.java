package film.finalsay.journey;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Cost reports on a test film, filled in as on a good day: everything is estimated as budgeted. */
record CostFiles(TestFilm film, Map<String, String> lines) {

  static final String HEADER = "account,actual,commitments,etc,reason\n";

  static CostFiles onBudget(TestFilm film) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("1100", "50000.00,0,0,");
    lines.put("1400", "100000.00,50000.00,100000.00,");
    lines.put("3500", "40000.00,10000.00,150000.00,");
    lines.put("3600", "0.00,0.00,300000.00,");
    lines.put("4500", "0,0,100000,");
    lines.put("9900", "0,0,0,");
    return new CostFiles(film, lines);
  }

  /** The same with another line for an account: {@code actual,commitments,etc,reason}. */
  CostFiles with(String account, String line) {
    Map<String, String> changed = new LinkedHashMap<>(lines);
    changed.put(account, line);
    return new CostFiles(film, changed);
  }

  String csv() {
    return lines.entrySet().stream()
        .map(line -> line.getKey() + "," + line.getValue() + "\n")
        .collect(Collectors.joining("", HEADER, ""));
  }

  /** Imports it; it has to be accepted. */
  JsonNode imported(String person, String weekEnding) {
    return sent(film, person, weekEnding, csv()).ok();
  }

  static Answer sent(TestFilm film, String person, String weekEnding, String csv) {
    return film.desk(person).postCsv(path(film, "cost-reports?weekEnding=" + weekEnding), csv);
  }

  static Answer sent(TestFilm film, String person, String weekEnding, String reason, String csv) {
    return film.desk(person)
        .postCsv(
            path(
                film,
                "cost-reports?weekEnding=%s&reason=%s".formatted(weekEnding, Desk.encoded(reason))),
            csv);
  }

  static JsonNode report(TestFilm film) {
    return film.desk("line1").get(path(film, "cost-report")).ok();
  }

  static JsonNode account(JsonNode report, String account) {
    return StreamSupport.stream(report.path("accounts").spliterator(), false)
        .filter(line -> line.path("account").asText().equals(account))
        .findFirst()
        .orElseThrow();
  }

  static String path(TestFilm film, String rest) {
    return "/api/films/%s/%s".formatted(film.id(), rest);
  }
}
