package film.finalsay.journey;

import static film.finalsay.journey.CompanyLedger.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.approval.Fingerprint;
import film.finalsay.engine.EngineSetup;
import film.finalsay.ledger.Anchor;
import film.finalsay.ledger.LedgerCheck;
import film.finalsay.support.Deployment;
import film.finalsay.support.Desk;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

/**
 * What concerns no single film is in a chain of its own: what was deployed, and what was done to
 * accounts, groups, rights and passwords, over whichever API.
 */
interface LedgerOfTheCompany {

  int PROCESS_DEFINITION = 6;

  int port();

  DataSource dataSource();

  ProcessEngine engine();

  EngineSetup setUp();

  @Test
  default void tellsEveryFileThatIsDeployedAndByWhom() {
    String name = TestFilm.create(port()).id();
    String file = name + ".bpmn";
    String first = UnseenProcess.DRAWN.replace("hire-key-person", name);
    String second = first.replace("Hire key person", "Hire");
    long before = ledger().number();

    String id = Deployment.of(file, first).by("admin", port()).ok().path("id").asText();
    Deployment.of(file, second)
        .with("deployment-name", "Hiring")
        .by(WebSession.loggedIn(port(), "admin"))
        .ok();
    admin().post("/engine-rest/deployment/%s/redeploy".formatted(id), Map.of()).ok();
    Deployment.of(file, "<no-model/>").by("admin", port());
    engine().getRepositoryService().deleteDeployment(id, true);

    List<JsonNode> entries = ledger().since(before);
    assertThat(entries)
        .extracting(CompanyLedger::inShort)
        .containsExactly(
            "RIGHT_GIVEN by admin",
            "MODEL_DEPLOYED by admin",
            "RIGHT_GIVEN by admin",
            "MODEL_DEPLOYED by admin",
            "RIGHT_GIVEN by admin",
            "MODEL_DEPLOYED by admin",
            "DEPLOYMENT_DELETED by nobody",
            "RIGHT_TAKEN by nobody");
    List<JsonNode> models = CompanyLedger.of("MODEL_DEPLOYED", entries);
    assertThat(models)
        .allSatisfy(entry -> assertThat(fact(entry, "file")).isEqualTo(file))
        .extracting(entry -> fact(entry, "sha256") + " " + fact(entry, "versions"))
        .containsExactly(
            sha256(first) + " " + name + " 1",
            sha256(second) + " " + name + " 2",
            sha256(first) + " " + name + " 3");
    assertThat(fact(models.get(1), "name")).isEqualTo("Hiring");
    assertThat(fact(models.get(0), "deployment"))
        .isEqualTo(fact(entries.get(6), "deployment"))
        .isEqualTo(id);
  }

  @Test
  default void tellsWhatTheProductSetsUpOnceAndNotAtEveryStart() {
    long before = ledger().number();

    setUp().run();

    assertThat(ledger().number()).isEqualTo(before);
    assertThat(ledger().since(0))
        .extracting(
            entry ->
                CompanyLedger.inShort(entry) + " " + fact(entry, "file") + fact(entry, "person"))
        .contains(
            "PERSON_ADDED by nobody admin",
            "GROUP_JOINED by nobody admin",
            "MODEL_DEPLOYED by nobody greenlight.bpmn");
  }

  @Test
  default void tellsWhatAnAdministratorDoesToAccountsGroupsRightsAndPasswords() {
    for (EngineApi api :
        List.of(EngineApi.open(port(), "admin"), EngineApi.behindTheTasklist(port(), "admin"))) {
      String name = TestFilm.create(port()).id();
      String person = "new" + name;
      String group = "group" + name;
      String profile = "/user/%s/profile".formatted(person);
      String membership = "/group/%s/members/%s".formatted(group, person);
      String secret = "The lighthouse of " + name;
      String address = name + "@example.com";
      long before = ledger().number();

      api.call(
              "POST",
              "/user/create",
              Map.of(
                  "profile",
                  Map.of("id", person, "firstName", "Ida", "lastName", "Berg"),
                  "credentials",
                  Map.of("password", secret)))
          .ok();
      api.call("PUT", profile, Map.of("id", person, "firstName", "Ida", "lastName", "Falk")).ok();
      api.call(
              "PUT",
              profile,
              Map.of("id", person, "firstName", "Ida", "lastName", "Falk", "email", address))
          .ok();
      api.call(
              "PUT",
              "/user/%s/credentials".formatted(person),
              Map.of("password", secret + "!", "authenticatedUserPassword", "admin"))
          .ok();
      api.call("POST", "/group/create", Map.of("id", group, "name", "G", "type", "WORKFLOW")).ok();
      api.call("PUT", "/group/" + group, Map.of("id", group, "name", "H", "type", "WORKFLOW")).ok();
      api.call("PUT", membership, Map.of()).ok();
      Map<String, Object> right =
          Map.of(
              "type",
              1,
              "permissions",
              List.of("READ"),
              "groupId",
              group,
              "resourceType",
              PROCESS_DEFINITION,
              "resourceId",
              name);
      String id = api.call("POST", "/authorization/create", right).ok().path("id").asText();
      api.call(
              "PUT",
              "/authorization/" + id,
              Map.of(
                  "permissions",
                  List.of("READ_TASK"),
                  "userId",
                  person,
                  "resourceType",
                  PROCESS_DEFINITION,
                  "resourceId",
                  name))
          .ok();
      api.call("DELETE", "/authorization/" + id, Map.of()).ok();
      api.call("DELETE", membership, Map.of()).ok();
      api.call("DELETE", "/group/" + group, Map.of()).ok();
      api.call("DELETE", "/user/" + person, Map.of()).ok();

      List<JsonNode> entries = ledger().since(before);
      assertThat(entries)
          .extracting(CompanyLedger::inShort)
          .containsExactly(
              "RIGHT_GIVEN by admin",
              "PERSON_ADDED by admin",
              "PERSON_CHANGED by admin",
              "PERSON_CHANGED by admin",
              "PERSON_CHANGED by admin",
              "RIGHT_GIVEN by admin",
              "GROUP_ADDED by admin",
              "GROUP_CHANGED by admin",
              "GROUP_JOINED by admin",
              "RIGHT_GIVEN by admin",
              "RIGHT_CHANGED by admin",
              "RIGHT_TAKEN by admin",
              "GROUP_LEFT by admin",
              "RIGHT_TAKEN by admin",
              "GROUP_DELETED by admin",
              "RIGHT_TAKEN by admin",
              "PERSON_DELETED by admin");
      assertThat(fact(entries.get(1), "name") + ", password " + fact(entries.get(1), "password"))
          .isEqualTo("Ida Berg, password set");
      assertThat(CompanyLedger.of("PERSON_CHANGED", entries))
          .extracting(entry -> fact(entry, "name") + ": " + fact(entry, "changed"))
          .containsExactly("Ida Falk: lastName", "Ida Falk: email", "Ida Falk: password");
      assertThat(CompanyLedger.of("GROUP_CHANGED", entries))
          .extracting(entry -> fact(entry, "name") + ": " + fact(entry, "changed"))
          .containsExactly("H: name");
      assertThat(CompanyLedger.of("GROUP_JOINED", entries))
          .extracting(entry -> fact(entry, "person") + " in " + fact(entry, "group"))
          .containsExactly(person + " in " + group);
      assertThat(entries.toString()).doesNotContain(secret, address);
    }
  }

  @Test
  default void tellsWhoeverChangesTheirOwnPassword() {
    String person = TestFilm.create(port()).hire("director");
    long before = ledger().number();

    Desk.of(port(), person)
        .put(
            "/engine-rest/user/%s/credentials".formatted(person),
            Map.of("password", "a new one for me", "authenticatedUserPassword", person))
        .ok();

    List<JsonNode> entries = ledger().since(before);
    assertThat(entries)
        .extracting(CompanyLedger::inShort)
        .containsExactly("PERSON_CHANGED by " + person);
    assertThat(fact(entries.get(0), "password")).isEqualTo("set");
  }

  @Test
  default void isOneMoreChainAndForAdministratorsAlone() {
    String modeller = TestFilm.create(port()).hire("director");
    admin().put("/engine-rest/group/modeller/members/" + modeller, Map.of()).ok();
    for (String person : List.of("line1", "exec1", "director1", modeller)) {
      for (String path :
          List.of(
              CompanyLedger.PATH,
              CompanyLedger.PATH + "?format=csv",
              CompanyLedger.PATH + "/anchor")) {
        assertThat(Desk.of(port(), person).get(path).status()).as(path).isEqualTo(403);
      }
    }
    JsonNode anchor = admin().get(CompanyLedger.PATH + "/anchor").ok();
    LedgerCheck.Report report =
        new LedgerCheck(dataSource()).run(Optional.of("company"), List.of(), read -> {});

    assertThat(anchor.path("film").asText()).isEqualTo("company");
    assertThat(report.findings()).isEmpty();
    assertThat(report.anchors())
        .extracting(Anchor::line)
        .containsExactly(
            "company %d %s"
                .formatted(anchor.path("number").asLong(), anchor.path("hash").asText()));
    assertThat(
            new String(
                admin().download(CompanyLedger.PATH + "?format=csv&size=1"),
                StandardCharsets.UTF_8))
        .startsWith("number,at,happening")
        .contains(anchor.path("hash").asText());
  }

  private Desk admin() {
    return Desk.of(port(), "admin");
  }

  private CompanyLedger ledger() {
    return new CompanyLedger(admin());
  }

  private static String sha256(String content) {
    return Fingerprint.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
