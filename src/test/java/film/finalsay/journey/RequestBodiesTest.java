package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.film.Phase;
import film.finalsay.support.ContractFilm;
import film.finalsay.support.CutFilm;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.ShootingSchedule;
import film.finalsay.support.Territories;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every body of our API: a field that it lacks is missed, one that there is not is refused, and
 * nothing is taken for 0 because it is not there.
 */
@FinalSayTest
class RequestBodiesTest {

  private static final String UNKNOWN = "colour";
  private static final Set<String> NONE = Set.of();

  @LocalServerPort int port;

  /**
   * A body that is taken, with every field that it can have.
   *
   * @param optional fields that may be left out, in it and in its rows
   */
  private record Body(
      String route,
      String person,
      Map<String, Object> fields,
      Set<String> optional,
      TestFilm elsewhere) {

    Body(String route, String person, Map<String, Object> fields, Set<String> optional) {
      this(route, person, fields, optional, null);
    }

    String method() {
      return route.substring(0, route.indexOf(' '));
    }

    /** Of which another may be named instead. */
    Set<String> instead() {
      return route.endsWith("/issues") ? Set.of("name") : NONE;
    }

    /** The documented schema of the body, or of a row of one of its lists. */
    JsonNode schema(JsonNode document, String list) {
      String path = route.substring(method().length() + 1);
      JsonNode whole =
          resolved(
              document,
              document
                  .path("paths")
                  .path(path)
                  .path(method().toLowerCase())
                  .at("/requestBody/content/application~1json/schema"));
      return list.isEmpty()
          ? whole
          : resolved(document, whole.path("properties").path(list).path("items"));
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
      String reference = schema.path("$ref").asText();
      return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    String path(TestFilm film) {
      return route
          .substring(method().length() + 1)
          .replace("{film}", elsewhere == null ? film.id() : elsewhere.id())
          .replace("{day}", ShootingSchedule.today().toString())
          .replace("{item}", "INSURANCE")
          .replace("{key}", film.id() + "-BC-1")
          .replaceAll("\\{[a-z]+}", "1");
    }
  }

  @AfterEach
  void theCompanyHasNoCommittee() {
    Desk.of(port, "admin").delete("/api/greenlight-committee");
  }

  @Test
  void eachFieldThatIsMissingOrUnknownIsNamed() {
    TestFilm film = ReadyFilm.create(port);
    film.desk("line1").started("budget-change", Requests.transfer(film, "3500", "3600", "100.00"));
    List<Body> bodies = bodies(film);
    assertThat(bodies.stream().map(Body::route).toList())
        .as("a route that takes a body is tried here, too")
        .containsExactlyInAnyOrderElementsOf(documented());

    for (Body body : bodies) {
      everyObject(
          body.fields(),
          (place, object) -> {
            object.put(UNKNOWN, "red");
            refused(film, body, UNKNOWN);
            object.remove(UNKNOWN);
            for (String field : new TreeSet<>(object.keySet())) {
              Object value = object.remove(field);
              if (!body.optional().contains(field)) {
                refused(film, body, field);
                object.put(field, null);
                refused(film, body, field);
              }
              object.put(field, value);
            }
          });
      Answer taken = sent(film, body);
      assertThat(taken.status()).as("%s: %s", body, taken).isBetween(200, 299);
    }
  }

  /** What the documentation says of a body is what the body is held to. */
  @Test
  void eachBodyIsDocumentedWithItsFields() {
    TestFilm film = ReadyFilm.create(port);
    film.desk("line1").started("budget-change", Requests.transfer(film, "3500", "3600", "100.00"));
    JsonNode document = Desk.withoutLogin(port).get("/v3/api-docs").ok();
    for (Body body : bodies(film)) {
      everyObject(
          body.fields(),
          (place, object) -> {
            JsonNode schema = body.schema(document, place);
            object.put(UNKNOWN, "red");
            assertThat(names(schema.path("properties")))
                .as("%s %s", body.route(), place)
                .isEqualTo(knownFields(sent(film, body)));
            object.remove(UNKNOWN);
            Set<String> needed = new TreeSet<>(object.keySet());
            needed.removeAll(body.optional());
            needed.removeAll(body.instead());
            assertThat(texts(schema.path("required")))
                .as("%s %s", body.route(), place)
                .isEqualTo(needed);
            schema
                .path("properties")
                .properties()
                .forEach(
                    property -> heldTo(property.getValue(), property.getKey(), object, film, body));
          });
      // what the next one is about
      assertThat(sent(film, body).status()).as("%s", body).isBetween(200, 299);
    }
  }

  private static void heldTo(
      JsonNode schema, String field, Map<String, Object> object, TestFilm film, Body body) {
    Object value = object.get(field);
    if (schema.has("maxLength")) {
      int most = schema.path("maxLength").asInt();
      object.put(field, "x".repeat(most + 1));
      refused(film, body, field);
      assertThat(sent(film, body).text("detail")).contains(String.valueOf(most));
    }
    if (schema.has("enum") && !body.route().endsWith("/preview")) {
      object.put(field, "NONE_OF_THEM");
      refused(film, body, field);
      assertThat(sent(film, body).text("detail")).contains(texts(schema.path("enum")));
    }
    if (value == null) {
      object.remove(field);
    } else {
      object.put(field, value);
    }
  }

  private static Set<String> knownFields(Answer unknown) {
    String detail = unknown.text("detail");
    assertThat(detail).contains("the fields are ");
    String known = detail.substring(detail.indexOf("the fields are ") + 15, detail.length() - 1);
    return new TreeSet<>(List.of(known.split(", ")));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Test
  void aFractionOfADayIsNoDay() {
    TestFilm film = TestFilm.create(port);
    Answer answer =
        film.desk("producer1")
            .put(
                "/api/films/%s/shooting".formatted(film.id()),
                Map.of("shootingDays", 30.9, "shootingDaysCompleted", 0));
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("shootingDays");
  }

  private static void refused(TestFilm film, Body body, String field) {
    Answer answer = sent(film, body);
    assertThat(answer.status()).as("%s: %s", body, answer).isEqualTo(400);
    String inWords = field.replaceAll("(?=[A-Z])", " ");
    assertThat(answer.text("detail").replace(field, inWords))
        .as("%s", body)
        .containsIgnoringCase(inWords);
  }

  private static Answer sent(TestFilm film, Body body) {
    return film.desk(body.person()).call(body.method(), body.path(film), body.fields());
  }

  /** The object itself and the first row of each list that it has. */
  @SuppressWarnings("unchecked")
  private static void everyObject(
      Map<String, Object> object, BiConsumer<String, Map<String, Object>> visit) {
    visit.accept("", object);
    object.forEach(
        (field, value) -> {
          if (value instanceof List<?> rows && rows.get(0) instanceof Map<?, ?> row) {
            visit.accept(field, (Map<String, Object>) row);
          }
        });
  }

  private List<String> documented() {
    JsonNode document = Desk.withoutLogin(port).get("/v3/api-docs").ok();
    List<String> routes = new ArrayList<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method -> {
                          JsonNode content = method.getValue().path("requestBody").path("content");
                          // that takes what the start of its process takes
                          boolean preview = path.getKey().endsWith("/requests/{process}/preview");
                          if (content.has("application/json") && !preview) {
                            routes.add(method.getKey().toUpperCase() + " " + path.getKey());
                          }
                        }));
    return routes;
  }

  private static List<Body> bodies(TestFilm film) {
    String paper = film.upload("Paper of " + film.id());
    CutFilm.inPhase(film, Phase.POST_PRODUCTION);
    TestFilm shooting = ShootingSchedule.locked(film.port(), List.of(ShootingSchedule.today()));
    Map<String, Object> report = new HashMap<>(ShootingSchedule.report(8));
    Map<String, Object> committee =
        fields(
            "seats",
            rows(fields("title", "Sales", "person", "coexec1", "veto", false)),
            "quorum",
            1,
            "majority",
            "SIMPLE",
            "deadline",
            "P5D",
            "votesHidden",
            false);
    return List.of(
        new Body(
            "POST /api/films",
            "admin",
            fields(
                "id", "N" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(),
                "title", "Nova",
                "currency", "USD",
                "kind", "SHORT",
                "vision", "A light.",
                "shootingDays", 3),
            Set.of("kind", "vision", "shootingDays")),
        new Body(
            "PUT /api/films/{film}/shooting",
            "producer1",
            fields("shootingDays", 30, "shootingDaysCompleted", 0),
            NONE),
        new Body(
            "POST /api/films/{film}/team",
            "admin",
            fields(
                "person", "producer2",
                "role", "associate-producer",
                "from", "2026-01-01",
                "to", "2027-01-01"),
            Set.of("from", "to")),
        new Body(
            "POST /api/films/{film}/interests",
            "director1",
            fields(
                "person", "director1",
                "nature", "CAST",
                "description", "Plays the keeper.",
                "matters", List.of("BUDGET_CHANGE"),
                "account", "1400"),
            Set.of("person", "matters", "account")),
        new Body(
            "POST /api/films/{film}/credits",
            "admin",
            fields("person", "director1", "title", "Producer"),
            NONE),
        new Body(
            "PUT /api/films/{film}/finance-plan",
            "producer1",
            fields(
                "basedOn",
                1,
                "sources",
                rows(
                    fields(
                        "name", "Equity",
                        "kind", "EQUITY",
                        "amount", "1000000.00",
                        "state", "CONFIRMED",
                        "terms", "At once.",
                        "expires", "2199-01-01",
                        "document", paper))),
            Set.of("basedOn", "terms", "expires", "document")),
        new Body(
            "PUT /api/films/{film}/release-plans",
            "producer1",
            fields("territories", rows(Territories.germany())),
            Set.of(
                "printsAndAdvertising",
                "lines",
                "minimumCommitment",
                "recoupmentCap",
                "materials")),
        new Body(
            "PUT /api/films/{film}/sales-estimates",
            "producer1",
            fields(
                "agent",
                "Lantern Sales",
                "date",
                "2026-05-20",
                "document",
                paper,
                "territories",
                rows(fields("territory", "Germany", "ask", "2.00", "take", "1.00"))),
            Set.of("document")),
        new Body(
            "PUT /api/films/{film}/cash-flow",
            "line1",
            fields(
                "tranches",
                rows(
                    fields(
                        "source", "Equity",
                        "tranche", "1",
                        "earliest", "2027-02-01",
                        "milestone", "Signature",
                        "most", "1.00"))),
            Set.of("milestone")),
        new Body(
            "POST /api/films/{film}/payees",
            "producer1",
            fields("name", "Lighthouse Ltd", "account", "DE02 1203 0000 0000 2020 51"),
            NONE),
        new Body(
            "PUT /api/films/{film}/key-attachments",
            "producer1",
            fields(
                "attachments",
                rows(
                    fields(
                        "name", "Mara Lindqvist",
                        "role", "DIRECTOR",
                        "state", "ATTACHED",
                        "document", paper,
                        "reference", "Binder 1"))),
            Set.of("document", "reference")),
        new Body(
            "PUT /api/films/{film}/package-items/{item}",
            "line1",
            fields(
                "state", "IN_HAND",
                "owner", "line1",
                "document", paper,
                "reference", "Binder 1"),
            Set.of("owner", "document", "reference")),
        new Body(
            "PUT /api/films/{film}/completion-bond",
            "producer1",
            fields("inForceFrom", "2026-01-31"),
            NONE),
        // what a start would refuse, it tells in its answer
        new Body(
            "POST /api/films/{film}/budget-changes/preview",
            "line1",
            Requests.transfer(film, "3500", "3600", "1.00"),
            Set.of("film", "kind", "fromAccount", "toAccount", "amount", "reason")),
        new Body(
            "POST /api/films/{film}/contracts/{number}/signature",
            "producer1",
            fields(
                "document",
                ContractFilm.approved(film),
                "signedOn",
                LocalDate.now(ZoneOffset.UTC).toString()),
            NONE),
        new Body(
            "POST /api/approvals/{key}/withdrawal",
            "line1",
            fields("comment", "Not now."),
            Set.of("comment")),
        new Body(
            "POST /api/films/{film}/scripts/{draft}/clearance",
            "line1",
            fields(
                "document",
                paper,
                "findings",
                rows(fields("subject", "A name", "scene", "1", "severity", "LOW"))),
            Set.of("scene")),
        new Body(
            "POST /api/films/{film}/scripts/{draft}/clearance/{report}/{finding}/settlement",
            "producer1",
            fields("state", "CLEARED", "how", "It is another name."),
            NONE),
        new Body(
            "POST /api/films/{film}/scripts/{draft}/issues",
            "line1",
            fields("name", "Ida Berg", "department", "Camera", "copy", 1, "date", "2026-01-02"),
            Set.of("department", "copy", "date")),
        new Body(
            "POST /api/films/{film}/scripts/{draft}/issues/{copy}/end",
            "line1",
            fields("state", "RETURNED", "date", "2026-01-03"),
            Set.of("date")),
        new Body("PUT /api/films/{film}/production-reports/{day}", "line1", report, NONE, shooting),
        new Body(
            "POST /api/films/{film}/production-reports/{day}/countersignature",
            "producer1",
            fields("sha256", ShootingSchedule.entered(shooting, ShootingSchedule.today(), 8)),
            NONE,
            shooting),
        new Body(
            "PUT /api/films/{film}/delivery-items",
            "producer1",
            fields(
                "distributor",
                "Northlight",
                "items",
                rows(
                    fields(
                        "item", "DCP",
                        "specification", "2K",
                        "essential", true,
                        "due", "2027-01-31"))),
            Set.of("specification", "due")),
        new Body(
            "POST /api/films/{film}/delivery-items/usual",
            "producer1",
            fields("distributor", "Northlight", "due", "2027-01-31"),
            Set.of("due")),
        new Body(
            "PUT /api/films/{film}/delivery-items/{number}",
            "producer1",
            fields("state", "SENT", "evidence", paper, "note", "By courier."),
            Set.of("evidence", "note")),
        new Body(
            "PUT /api/films/{film}/final-cut",
            "exec1",
            fields(
                "holder", "director1",
                "directorsCutDays", 80,
                "shortestMinutes", 90,
                "longestMinutes", 110),
            Set.of("holder", "directorsCutDays", "shortestMinutes", "longestMinutes")),
        new Body(
            "PUT /api/films/{film}/final-cut/directors-cut",
            "producer1",
            fields("from", LocalDate.now(ZoneOffset.UTC).toString()),
            NONE),
        new Body(
            "POST /api/films/{film}/final-cut/hand-over",
            "director1",
            fields("comment", "It is ready."),
            NONE),
        new Body(
            "POST /api/films/{film}/cuts",
            "producer1",
            fields(
                "label", "Fine cut 1",
                "stage", "FINE_CUT",
                "runningTime", "01:40:00:00",
                "frameRate", "24",
                "file", "md5:1",
                "timeline", new CutFilm(film).timeline(CutFilm.EDL),
                "note", "With the storm."),
            Set.of("note")),
        new Body("PUT /api/films/{film}/greenlight-committee", "exec1", committee, Set.of("veto")),
        new Body(
            "PUT /api/greenlight-committee", "admin", new HashMap<>(committee), Set.of("veto")));
  }

  private static List<Map<String, Object>> rows(Map<String, Object> row) {
    return List.of(row);
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
