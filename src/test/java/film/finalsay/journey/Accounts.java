package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts: who has which login and name, and for how long they are let in with it. */
interface Accounts {

  String ANOTHER = "another light, another night";

  int port();

  ProcessEngine engine();

  /** All that lets somebody in no longer, as an administrator does it. */
  enum Ending {
    DELETED((film, person) -> film.desk("admin").delete("/engine-rest/user/" + person).ok()),
    NEW_PASSWORD(
        (film, person) ->
            film.desk("admin")
                .put(
                    "/engine-rest/user/%s/credentials".formatted(person),
                    Map.of("password", ANOTHER, "authenticatedUserPassword", "admin"))
                .ok()),
    SOMEBODY_ELSE(
        (film, person) -> {
          film.desk("admin").delete("/engine-rest/user/" + person).ok();
          film.desk("admin").post("/engine-rest/user/create", account(person)).ok();
        });

    private final BiConsumer<TestFilm, String> way;

    Ending(BiConsumer<TestFilm, String> way) {
      this.way = way;
    }
  }

  @Test
  default void aSessionEndsWithWhatItWasGivenFor() {
    TestFilm film = TestFilm.create(port());
    for (Ending ending : Ending.values()) {
      String person = film.hire(ending.name().toLowerCase().replace('_', '-'), "producer");
      List<String> doors =
          List.of("/api/films", "/api/films/" + film.id() + "/budget", WebSession.API + "/task");
      WebSession used = WebSession.loggedIn(port(), person);
      WebSession unused = WebSession.loggedIn(port(), person);
      for (String door : doors) {
        assertThat(used.get(door).statusCode()).as("%s before", door).isEqualTo(200);
      }

      ending.way.accept(film, person);

      for (WebSession session : List.of(used, unused)) {
        for (String door : doors) {
          assertThat(session.get(door).statusCode()).as("%s, %s", door, ending).isEqualTo(401);
        }
        assertThat(session.get("/camunda/api/admin/auth/user/default").body())
            .as("%s", ending)
            .doesNotContain(person);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"o'brien", "jürgen", "李雷", "иван"})
  default void aPersonWhoseNameIsNoEnglishOneWorksLikeAnyOther(String name) {
    TestFilm film = TestFilm.without(port(), "exec1");
    String person = name + film.id().replaceAll("\\D", "");
    film.desk("admin").post("/engine-rest/user/create", account(person)).ok();
    film.join(Map.of("person", person, "role", "executive-producer")).ok();
    WebSession session = WebSession.loggedIn(port(), person);
    String own = "/user/" + Desk.encoded(person) + "/profile";

    Case byScript = asked(film).answered(person, "userTask_decideBudgetChange", "APPROVE");
    Case inTasklist = asked(film);
    String task = film.desk(person).task(inTasklist.key(), "userTask_decideBudgetChange");
    HttpResponse<String> decided =
        session.postJson(
            WebSession.API + "/task/" + task + "/complete",
            Map.of("variables", Map.of("decision", Map.of("value", "APPROVE"))));

    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(204);
    for (Case change : List.of(byScript, inTasklist)) {
      assertThat(change.decisions()).containsExactly(person + " as executive-producer: APPROVE");
    }
    for (Answer profile :
        List.of(
            film.desk(person).put("/engine-rest" + own, profile(person, "Own", "Name")),
            session.call("PUT", WebSession.API + own, profile(person, "Own", "Name")))) {
      assertThat(profile.status()).as("%s", profile).isEqualTo(204);
    }
  }

  @Test
  default void aLoginThatCannotBeToldFromAnotherIsRefused() {
    TestFilm film = TestFilm.create(port());
    String person = film.hire("edith", "executive-producer");
    String gone = film.hire("gone", "executive-producer");
    film.desk("admin").delete("/engine-rest/user/" + gone).ok();

    for (EngineApi admin :
        List.of(EngineApi.open(port(), "admin"), EngineApi.behindTheTasklist(port(), "admin"))) {
      for (String login :
          List.of(
              person.toUpperCase(),
              person.toLowerCase(),
              person.replace('e', 'ｅ'),
              person.replace('e', 'е'),
              person + "\u0332",
              person + "\u200B",
              gone.toUpperCase(),
              "",
              "a b",
              "a/b",
              "x".repeat(65))) {
        Answer answer = admin.call("POST", "/user/create", account(login));

        assertThat(answer.status()).as("%s: %s", login, answer).isEqualTo(400);
        assertThat(answer.field()).as("%s: %s", login, answer).isEqualTo("id");
        assertThat(engine().getIdentityService().createUserQuery().userId(login).count()).isZero();
      }
    }
    film.desk("admin").post("/engine-rest/user/create", account(gone)).ok();
  }

  @Test
  default void aNameHasNoCharacterThatIsNotSeen() {
    TestFilm film = TestFilm.create(port());
    String person = film.hire("producer");
    for (String name :
        List.of(
            "Eva\u202EcexE",
            "Eva\u2066",
            "Eva\u200BExec",
            "Eva\nExec",
            "Eva\u0007",
            "Eva\u2028",
            "Eva\u00AD",
            "Eva\uFEFF")) {
      for (Map<String, Object> profile :
          List.of(profile(person, name, "Exec"), profile(person, "Eva", name))) {
        String own = "/user/%s/profile".formatted(person);
        for (Answer answer :
            List.of(
                EngineApi.open(port(), person).call("PUT", own, profile),
                EngineApi.behindTheTasklist(port(), person).call("PUT", own, profile),
                EngineApi.open(port(), "admin").call("PUT", own, profile),
                EngineApi.behindTheTasklist(port(), "admin")
                    .call(
                        "POST",
                        "/user/create",
                        Map.of("profile", Requests.with(profile, "id", person + "2"))))) {
          assertThat(answer.status()).as("%s", answer).isEqualTo(400);
          assertThat(answer.field()).isIn("firstName", "lastName");
        }
      }
    }
    assertThat(user(person).getFirstName()).isEqualTo("New");
  }

  /** The engine would write over whomever the body names. */
  @Test
  default void aChangeIsOfWhomTheAddressNames() {
    TestFilm film = TestFilm.create(port());
    String person = film.hire("producer");
    String other = film.hire("director");
    for (EngineApi admin :
        List.of(EngineApi.open(port(), "admin"), EngineApi.behindTheTasklist(port(), "admin"))) {
      for (Answer answer :
          List.of(
              admin.call("PUT", "/user/%s/profile".formatted(person), profile(other, "X", "Y")),
              admin.call("PUT", "/user/%s/profile".formatted(person), Map.of("firstName", "X")),
              admin.call("PUT", "/group/director", Map.of("id", "producer", "name", "X")),
              admin.call("PUT", "/group/director", Map.of("name", "X")))) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("id");
      }
    }
    assertThat(user(other).getFirstName()).isEqualTo("New");
  }

  @Test
  default void whatIsGivenTwiceIsThereAlready() {
    TestFilm film = TestFilm.create(port());
    String person = film.hire("producer");
    for (EngineApi admin :
        List.of(EngineApi.open(port(), "admin"), EngineApi.behindTheTasklist(port(), "admin"))) {
      String membership = "/group/modeller/members/" + person;
      Map<String, Object> right =
          Map.of(
              "type",
              1,
              "permissions",
              List.of("READ"),
              "userId",
              person,
              "resourceType",
              6,
              "resourceId",
              "once-by-" + System.identityHashCode(admin));
      admin.call("PUT", membership, Map.of());
      admin.call("POST", "/authorization/create", right).ok();

      assertThat(admin.call("PUT", membership, Map.of()).status()).isEqualTo(409);
      assertThat(admin.call("POST", "/authorization/create", right).status()).isEqualTo(409);
      Answer ofNoKind =
          admin.call("POST", "/authorization/create", Requests.with(right, "type", 9));
      assertThat(ofNoKind.status()).as("%s", ofNoKind).isEqualTo(400);
      assertThat(ofNoKind.field()).isEqualTo("type");
    }
  }

  @Test
  default void whoeverTakesAnothersNameIsToldFromThem() {
    TestFilm film = TestFilm.create(port());
    String person = film.hire("line-producer");
    User exec = user("exec1");
    film.desk(person)
        .put(
            "/engine-rest/user/%s/profile".formatted(person),
            profile(person, exec.getFirstName(), exec.getLastName()))
        .ok();

    Case change = Case.started(film, person, "budget-change", transfer(film));

    assertThat(change.shown("exec1", "userTask_decideBudgetChange", "requestedBy"))
        .startsWith("%s %s (%s), ".formatted(exec.getFirstName(), exec.getLastName(), person));
  }

  private static Case asked(TestFilm film) {
    return Case.started(film, "line1", "budget-change", transfer(film));
  }

  private static Map<String, Object> transfer(TestFilm film) {
    return Requests.transfer(film, "3500", "3600", "8000.00");
  }

  private User user(String person) {
    IdentityService identity = engine().getIdentityService();
    return identity.createUserQuery().userId(person).singleResult();
  }

  private static Map<String, Object> account(String person) {
    return Map.of(
        "profile", profile(person, "New", "Person"), "credentials", Map.of("password", person));
  }

  private static Map<String, Object> profile(String person, String first, String last) {
    return Map.of("id", person, "firstName", first, "lastName", last);
  }
}
