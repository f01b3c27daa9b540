package film.finalsay.journey;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What concerns no single film, as an administrator reads it. */
record CompanyLedger(Desk administrator) {

  static final String PATH = "/api/ledger";

  /** Of the newest entry. */
  long number() {
    return administrator.get(PATH + "/anchor").ok().path("number").asLong();
  }

  /** The oldest first. */
  List<JsonNode> since(long number) {
    List<JsonNode> entries = new ArrayList<>();
    JsonNode page;
    int pages = 0;
    do {
      page = administrator.get("%s?size=200&page=%d".formatted(PATH, pages++)).ok();
      page.path("items").forEach(entries::add);
    } while (page.path("hasMore").asBoolean());
    Collections.reverse(entries);
    return entries.stream().filter(entry -> entry.path("number").asLong() > number).toList();
  }

  static List<JsonNode> of(String happening, List<JsonNode> entries) {
    return entries.stream()
        .filter(entry -> entry.path("happening").asText().equals(happening))
        .toList();
  }

  static String fact(JsonNode entry, String name) {
    return entry.path("facts").path(name).asText();
  }

  static String inShort(JsonNode entry) {
    return "%s by %s"
        .formatted(entry.path("happening").asText(), entry.path("person").asText("nobody"));
  }
}
