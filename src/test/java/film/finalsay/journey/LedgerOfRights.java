package film.finalsay.journey;

import static film.finalsay.journey.CompanyLedger.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.approval.Role;
import film.finalsay.support.Deployment;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;

/**
 * Whoever reads the company's ledger knows who has which right and is in which group, also where
 * the engine gives or takes a right of its own accord.
 */
interface LedgerOfRights {

  int GRANT = 1;

  List<String> KINDS = List.of("GLOBAL", "GRANT", "REVOKE");

  int port();

  @Test
  default void addsUpToTheRightsThatThereAre() {
    for (EngineApi api : apis()) {
      String name = TestFilm.create(port()).id();
      String person = "owner" + name;
      String other = "other" + name;
      String group = "rights" + name;

      addsUp("a person", () -> create(api, person));
      addsUp("another", () -> create(api, other));
      addsUp("a group", () -> create(api, group, "WORKFLOW"));
      String list = addsUp("a list", () -> filter(api, person));
      String another = addsUp("one more", () -> filter(api, person));
      addsUp("on a person", () -> give(api, "userId", other, Resources.USER, person));
      addsUp("on a group", () -> give(api, "userId", other, Resources.GROUP, group));
      addsUp("to a group", () -> give(api, "groupId", group, Resources.USER, other));
      String right = addsUp("on a list", () -> give(api, "userId", other, Resources.FILTER, list));
      addsUp("on a right", () -> give(api, "userId", person, Resources.AUTHORIZATION, right));
      addsUp("moved", () -> move(api, right, person, name));
      addsUp("taken", () -> delete(api, "/authorization/" + right));
      addsUp("a list less", () -> delete(api, "/filter/" + list));
      addsUp("a deployment", () -> deploy(name));
      addsUp("a group less", () -> delete(api, "/group/" + group));
      addsUp("a person less", () -> delete(api, "/user/" + person));
      addsUp("the other list less", () -> delete(api, "/filter/" + another));
      addsUp("another less", () -> delete(api, "/user/" + other));

      assertThat(rights())
          .as("kept for the next of that name")
          .noneMatch(row -> row.contains(person) || row.contains(other) || row.contains(group));
    }
  }

  @Test
  default void saysFromWhomARightWasMoved() {
    for (EngineApi api : apis()) {
      String name = TestFilm.create(port()).id();
      String right = give(api, "groupId", "director", Resources.FILTER, name).text("id");
      long before = ledger().number();

      move(api, right, "director1", name).ok();

      assertThat(ledger().since(before))
          .singleElement()
          .satisfies(entry -> assertThat(fact(entry, "groupBefore")).isEqualTo("director"))
          .satisfies(entry -> assertThat(fact(entry, "person")).isEqualTo("director1"));
      delete(api, "/authorization/" + right).ok();
    }
  }

  @Test
  default void saysWhoLeavesAGroupAsEitherIsDeleted() {
    for (EngineApi api : apis()) {
      String name = TestFilm.create(port()).id();
      List<String> people = List.of("a" + name, "b" + name);
      List<String> groups = List.of("c" + name, "d" + name);
      people.forEach(person -> create(api, person).ok());
      groups.forEach(group -> create(api, group, "WORKFLOW").ok());
      for (String person : people) {
        for (String group : groups) {
          api.call("PUT", "/group/%s/members/%s".formatted(group, person), Map.of()).ok();
        }
      }
      long before = ledger().number();

      delete(api, "/group/" + groups.get(0)).ok();
      delete(api, "/user/" + people.get(0)).ok();

      assertThat(CompanyLedger.of("GROUP_LEFT", ledger().since(before)))
          .extracting(entry -> fact(entry, "person") + " " + fact(entry, "group"))
          .containsExactlyInAnyOrder(
              people.get(0) + " " + groups.get(0),
              people.get(1) + " " + groups.get(0),
              people.get(0) + " " + groups.get(1));
    }
  }

  @Test
  default void noGroupThatTheProductComesWithIsDeleted() {
    for (EngineApi api : apis()) {
      Stream.concat(
              Arrays.stream(Role.values()).map(Role::id), Stream.of("modeller", "camunda-admin"))
          .forEach(
              group -> {
                Answer refused = delete(api, "/group/" + group);

                assertThat(refused.status()).as(group).isEqualTo(409);
                assertThat(refused.body().toString()).contains(group, "comes with the product");
                api.call("GET", "/group/" + group, Map.of()).ok();
              });
    }
  }

  private List<EngineApi> apis() {
    return List.of(EngineApi.open(port(), "admin"), EngineApi.behindTheTasklist(port(), "admin"));
  }

  private CompanyLedger ledger() {
    return new CompanyLedger(admin());
  }

  private Desk admin() {
    return Desk.of(port(), "admin");
  }

  /** Returns the id of what was made, if anything was. */
  private String addsUp(String step, Supplier<Answer> change) {
    List<String> expected = new ArrayList<>(rights());
    long before = ledger().number();
    Answer answer = change.get();
    answer.ok();
    for (JsonNode entry : ledger().since(before)) {
      String now = row(entry, "rights", "");
      switch (entry.path("happening").asText()) {
        case "RIGHT_GIVEN" -> expected.add(now);
        case "RIGHT_TAKEN" -> assertThat(expected.remove(now)).as(now).isTrue();
        case "RIGHT_CHANGED" -> {
          String was = row(entry, "before", "Before");
          assertThat(expected.remove(was)).as(was).isTrue();
          expected.add(now);
        }
        default -> {}
      }
    }
    assertThat(rights()).as(step).containsExactlyInAnyOrderElementsOf(expected);
    return answer.text("id");
  }

  private static String row(JsonNode entry, String rights, String suffix) {
    return row(
        fact(entry, "kind"),
        fact(entry, "person" + suffix) + fact(entry, "group" + suffix),
        fact(entry, "of" + suffix),
        fact(entry, "id" + suffix),
        Arrays.asList(fact(entry, rights).split(", ")));
  }

  private static String row(String kind, String whose, String of, String id, List<String> rights) {
    return String.join(" ", kind, whose, of, id, rights.stream().sorted().toList().toString());
  }

  /** As they are in the engine. */
  private List<String> rights() {
    Map<Integer, String> names = new HashMap<>();
    Arrays.stream(Resources.values())
        .forEach(resource -> names.put(resource.resourceType(), resource.resourceName()));
    List<String> rows = new ArrayList<>();
    for (JsonNode right : admin().get("/engine-rest/authorization").ok()) {
      List<String> permissions = new ArrayList<>();
      right.path("permissions").forEach(permission -> permissions.add(permission.asText()));
      rows.add(
          row(
              KINDS.get(right.path("type").asInt()),
              right.path("userId").asText("") + right.path("groupId").asText(""),
              names.get(right.path("resourceType").asInt()),
              right.path("resourceId").asText(),
              permissions));
    }
    return rows;
  }

  private Answer deploy(String name) {
    return Deployment.of(name + ".bpmn", UnseenProcess.DRAWN.replace("hire-key-person", name))
        .by("admin", port());
  }

  private static Answer create(EngineApi api, String person) {
    return api.call(
        "POST",
        "/user/create",
        Map.of(
            "profile",
            Map.of("id", person, "firstName", "Ida"),
            "credentials",
            Map.of("password", "The lighthouse of " + person)));
  }

  private static Answer create(EngineApi api, String group, String type) {
    return api.call("POST", "/group/create", Map.of("id", group, "name", group, "type", type));
  }

  private static Answer filter(EngineApi api, String owner) {
    return api.call(
        "POST",
        "/filter/create",
        Map.of(
            "resourceType",
            "Task",
            "name",
            "Of " + owner,
            "owner",
            owner,
            "query",
            Map.of(),
            "properties",
            Map.of()));
  }

  private static Answer give(EngineApi api, String to, String whom, Resources of, String id) {
    return api.call(
        "POST",
        "/authorization/create",
        Map.of(
            "type",
            GRANT,
            "permissions",
            List.of("READ", "UPDATE"),
            to,
            whom,
            "resourceType",
            of.resourceType(),
            "resourceId",
            id));
  }

  private static Answer move(EngineApi api, String right, String person, String list) {
    return api.call(
        "PUT",
        "/authorization/" + right,
        Map.of(
            "permissions",
            List.of("READ"),
            "userId",
            person,
            "resourceType",
            Resources.FILTER.resourceType(),
            "resourceId",
            list));
  }

  private static Answer delete(EngineApi api, String path) {
    return api.call("DELETE", path, Map.of());
  }
}
