package film.finalsay.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.FinalSayApplication;
import film.finalsay.approval.Role;
import film.finalsay.support.Desk;
import film.finalsay.support.RunningEngine;
import film.finalsay.support.StartsTheProduct;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/**
 * Logging in at the company's own OpenID provider, with a real one: the product outside its demo,
 * and the people of a studio. The provider is down before the first test and after the last.
 */
@StartsTheProduct
@SpringBootTest(
    classes = FinalSayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:single-sign-on;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
      "spring.datasource.username=sa",
      "camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.admin-user.id=admin",
      "camunda.bpm.admin-user.password=" + SingleSignOnTest.LOCAL_PASSWORD,
      "FINALSAY_OIDC_CLIENT_ID=" + IdentityProvider.CLIENT,
      "FINALSAY_OIDC_CLIENT_SECRET=" + IdentityProvider.SECRET,
      "FINALSAY_OIDC_EXECUTIVE_PRODUCER=studio-heads,film-heads",
      "FINALSAY_OIDC_ADMINISTRATOR=it-people"
    })
@ActiveProfiles("oidc")
@ExtendWith(RunningEngine.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SingleSignOnTest {

  static final String LOCAL_PASSWORD = "keep the light on";

  private static final int FIRST = 1;
  private static final int LAST = Integer.MAX_VALUE;
  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String COCKPIT = "/camunda/app/cockpit/default/";
  private static final String TASKS = "/camunda/api/engine/engine/default/task";
  private static final String ME = "/camunda/api/admin/auth/user/default";
  private static final String LOGOUT = ME + "/logout";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int PORT = freePort();
  private static final int PROVIDER_PORT = freePort();

  private static ConfigurableApplicationContext provider;

  private final IdentityService identity;

  SingleSignOnTest(IdentityService identity) {
    this.identity = identity;
  }

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> PORT);
    properties.add("FINALSAY_ORIGIN", () -> "http://localhost:" + PORT);
    properties.add("FINALSAY_OIDC_ISSUER", () -> "http://localhost:" + PROVIDER_PORT);
  }

  @AfterAll
  static void stopProvider() {
    if (provider != null) {
      provider.close();
    }
  }

  @Test
  @Order(FIRST)
  void whileTheProviderIsDownPeopleAreToldSoAndScriptsWork() {
    HttpResponse<String> page = new WebSession(PORT).follow(new WebSession(PORT).get(TASKLIST));

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("does not answer").doesNotContain("Exception", "\tat ");
    assertThat(local("admin").get("/api/films").status()).isEqualTo(200);

    provider =
        IdentityProvider.start(
            PROVIDER_PORT, "http://localhost:" + PORT + "/login/oauth2/code/finalsay");
    IdentityProvider.says("early", "early", "director");
    Instant deadline = Instant.now().plus(PATIENCE);
    WebSession early = new WebSession(PORT);
    while (early.follow(early.get(TASKLIST)).statusCode() == 503) {
      assertThat(Instant.now()).as("the provider is up again").isBefore(deadline);
      pause();
    }
    assertThat(login("early").get(TASKS).statusCode()).isEqualTo(200);
  }

  @Test
  void somebodyNewLogsInDecidesWhatIsTheirsAndLogsOut() {
    IdentityProvider.says("edith", "edith.crane@studio.example", "film-heads", "choir");
    login("edith");
    localAccount("script1");
    film("STUDIO", Map.of("edith.crane@studio.example", "executive-producer"));
    localAccount("boss1");
    film("OTHER", Map.of("boss1", "executive-producer"));
    String theirs = overage("STUDIO");
    overage("OTHER");

    WebSession edith = login("edith");

    JsonNode tasks = WebSession.json(edith.get(TASKS));
    assertThat(tasks).hasSize(1);
    String task = tasks.path(0).path("id").asText();
    HttpResponse<String> done =
        edith.postJson(
            TASKS + "/" + task + "/complete",
            Map.of("variables", Map.of("decision", Map.of("value", "APPROVE"))));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    JsonNode approval = local("script1").approval(theirs);
    assertThat(approval.path("state").asText()).isEqualTo("APPROVED");
    assertThat(approval.path("decisions").path(0).path("person").asText())
        .isEqualTo("edith.crane@studio.example");

    String session = edith.cookie("JSESSIONID");
    assertThat(edith.postJson(LOGOUT, Map.of()).statusCode()).isEqualTo(200);
    assertThat(edith.get(TASKS).statusCode()).isEqualTo(401);
    WebSession later = new WebSession(PORT);
    later.keepCookie("JSESSIONID", session);
    assertThat(later.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(later.get("/api/films").statusCode()).isEqualTo(401);
  }

  @Test
  void whatTheProviderSaysOfSomebodyIsKnownHere() {
    IdentityProvider.says("known", "Known@Studio.example", "studio-heads");
    login("known");

    User user = identity.createUserQuery().userId("known@studio.example").singleResult();
    assertThat(user.getFirstName()).isEqualTo("Edith");
    assertThat(user.getLastName()).isEqualTo("Crane");
    assertThat(user.getEmail()).isEqualTo("known@studio.example");
    assertThat(user.getPassword()).isNull();
    assertThat(Desk.of(PORT, "known@studio.example", "").get("/api/films").status())
        .as("no password opens scripts' door for them")
        .isEqualTo(401);
  }

  @Test
  void groupsAreThoseThatTheProviderGivesToday() {
    Group nightShift = identity.newGroup("night-shift");
    identity.saveGroup(nightShift);
    IdentityProvider.says("mover", "mover", "studio-heads", "choir", "it-people");
    login("mover");
    identity.createMembership("mover", "night-shift");
    assertThat(groups("mover"))
        .containsExactlyInAnyOrder("executive-producer", "camunda-admin", "night-shift");

    IdentityProvider.says("mover", "mover", "director");
    WebSession mover = login("mover");
    assertThat(groups("mover")).containsExactlyInAnyOrder("director", "night-shift");
    assertThat(apps(mover)).contains("tasklist").doesNotContain("admin");

    IdentityProvider.says("mover", "mover");
    arrive(new WebSession(PORT), "mover");
    assertThat(groups("mover")).containsExactly("night-shift");
  }

  @Test
  void whatTheProviderGivesAndTakesIsInTheCompanysLedger() {
    IdentityProvider.says("clerk", "clerk", "studio-heads");
    login("clerk");
    IdentityProvider.says("clerk", "clerk", "it-people");
    login("clerk");

    List<String> about = new ArrayList<>();
    for (JsonNode entry : local("admin").get("/api/ledger?size=200").ok().path("items")) {
      JsonNode facts = entry.path("facts");
      if (facts.path("person").asText().equals("clerk")) {
        about.add(entry.path("happening").asText() + " " + facts.path("group").asText());
      }
    }
    assertThat(about)
        .containsExactlyInAnyOrder(
            "PERSON_ADDED ",
            "RIGHT_GIVEN ",
            "GROUP_JOINED executive-producer",
            "GROUP_LEFT executive-producer",
            "GROUP_JOINED camunda-admin");
  }

  @Test
  void whoeverIsInNoGroupOfOursIsKnownAndStaysOutside() {
    IdentityProvider.says("guest", "guest", "choir", "administrator", "camunda-admin");

    WebSession guest = new WebSession(PORT);
    HttpResponse<String> refused = arrive(guest, "guest");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("in no group yet");
    assertThat(guest.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(identity.createUserQuery().userId("guest").count()).isEqualTo(1);
    assertThat(groups("guest")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "ADMIN", "script2"})
  void anAccountWithAPasswordIsNotTakenOver(String login) {
    localAccount("script2");
    IdentityProvider.says("mallory", login, "it-people");
    List<String> before = groups(login.toLowerCase());

    WebSession mallory = new WebSession(PORT);
    HttpResponse<String> refused = arrive(mallory, "mallory");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("an account with a password here");
    assertThat(mallory.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(groups(login.toLowerCase())).isEqualTo(before);
  }

  @Test
  void aLoginThatTheProviderGivesToSomebodyElseDoesNotInherit() {
    IdentityProvider.says("first", "shared", "studio-heads");
    login("first");
    IdentityProvider.says("second", "shared", "studio-heads");

    WebSession second = new WebSession(PORT);
    HttpResponse<String> refused = arrive(second, "second");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("somebody else");
    assertThat(second.get(TASKS).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../admin", "*", "a b", "<script>", "аdmin", ".hidden"})
  void aLoginThatIsNoneIsRefused(String login) {
    IdentityProvider.says("odd", login, "studio-heads");

    HttpResponse<String> refused = arrive(new WebSession(PORT), "odd");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("<script>", "Exception");
    assertThat(identity.createUserQuery().userId(login).count()).isZero();
  }

  @Test
  void everyRoleCanBeGiven() {
    List<String> roles = Stream.of(Role.values()).map(Role::id).toList();
    IdentityProvider.says(
        "everybody",
        "everybody",
        roles.stream()
            .map(role -> role.equals("executive-producer") ? "studio-heads" : role)
            .toArray(String[]::new));

    login("everybody");

    assertThat(groups("everybody")).containsExactlyInAnyOrderElementsOf(roles);
  }

  @Test
  void aLoginInAnyAlphabetIsTakenInSmallLettersAndOneForm() {
    IdentityProvider.says("jurgen", "JU\u0308RGEN", "director");

    login("jurgen");

    assertThat(groups("jürgen")).containsExactly("director");
  }

  @Test
  void aLoginThatLooksLikeALocalOneIsRefused() {
    localAccount("Script3");
    IdentityProvider.says("likely", "script3", "it-people");

    HttpResponse<String> refused = arrive(new WebSession(PORT), "likely");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("looks like", "Script3");
    assertThat(identity.createUserQuery().userId("script3").count()).isZero();
  }

  @Test
  void theSessionOfWhoIsDeletedEndsAtOnceAndIsNotTheirSuccessors() {
    IdentityProvider.says("leaver", "leaver", "director");
    WebSession leaver = login("leaver");
    assertThat(leaver.get("/api/films").statusCode()).isEqualTo(200);

    identity.deleteUser("leaver");
    IdentityProvider.says("successor", "leaver", "studio-heads");
    WebSession successor = login("successor");

    for (String door : List.of(TASKS, "/api/films")) {
      assertThat(leaver.get(door).statusCode()).as(door).isEqualTo(401);
      assertThat(successor.get(door).statusCode()).as(door).isEqualTo(200);
    }
  }

  @Test
  void aProviderThatDoesNotSayTheLoginIsRefused() {
    IdentityProvider.saysNothing("nameless");

    HttpResponse<String> refused = arrive(new WebSession(PORT), "nameless");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("preferred_username");
  }

  @Test
  void aTamperedOrStolenAnswerOfTheProviderLogsNobodyIn() {
    IdentityProvider.says("edith", "edith.crane@studio.example", "film-heads");
    WebSession edith = new WebSession(PORT);
    URI answer = answerOfTheProvider(edith, "edith");
    URI tampered = URI.create(answer.toString().replaceAll("state=[^&]*", "state=forged"));

    HttpResponse<String> forged = edith.get(tampered);
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(forged.body()).contains("not logged in").doesNotContain("Exception", "\tat ");
    assertThat(edith.get(TASKS).statusCode()).isEqualTo(401);

    URI stolen = answerOfTheProvider(new WebSession(PORT), "edith");
    WebSession thief = new WebSession(PORT);
    assertThat(thief.get(stolen).statusCode()).isEqualTo(401);
    assertThat(thief.get(TASKS).statusCode()).isEqualTo(401);
  }

  @Test
  void theLoginFormOfTheTasklistOpensNothing() {
    WebSession somebody = new WebSession(PORT);
    somebody.follow(somebody.get(TASKLIST));
    somebody.get(ME);

    HttpResponse<String> answer =
        somebody.postForm(
            WebSession.LOGIN_FORM, Map.of("username", "admin", "password", LOCAL_PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(WebSession.json(answer).path("message").asText()).contains("single sign-on");
    assertThat(somebody.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(local("admin").get("/engine-rest/task").status()).as("scripts").isEqualTo(200);
  }

  @Test
  void insteadOfTheLoginFormPeopleSeeThatTheyAreLoggedOut() {
    HttpResponse<String> script =
        new WebSession(PORT).get("/camunda/app/tasklist/scripts/config.js");
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.body()).contains("export default", "/logged-out.html");
    assertThat(new WebSession(PORT).get("/logged-out.html").body()).contains("Log in");
  }

  @Test
  void everybodyComesBackToThePageTheyWanted() {
    IdentityProvider.says("early", "early", "director");
    WebSession early = new WebSession(PORT);

    HttpResponse<String> page = arriveFrom(early, COCKPIT, "early");

    assertThat(page.uri().getPath()).isEqualTo(COCKPIT);
  }

  @Test
  void theSessionIsNewSafeAndGuardedAgainstForgedRequests() {
    IdentityProvider.says("early", "early", "director");
    WebSession early = new WebSession(PORT);
    HttpResponse<String> first = early.get(TASKLIST);
    String before = early.cookie("JSESSIONID");
    assertThat(first.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure").contains("SameSite=Lax"));

    HttpResponse<String> page = arrive(early, "early");
    assertThat(early.cookie("JSESSIONID")).isNotEqualTo(before);
    assertThat(page.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure").contains("SameSite=Lax"));

    early.keepCookie("XSRF-TOKEN", "forged");
    assertThat(early.postJson(TASKS + "/create", Map.of("name", "forged")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anEasilyGuessedPasswordIsNotTakenOutsideTheDemo() {
    Desk.Answer answer =
        local("admin")
            .post(
                "/engine-rest/user/create",
                Map.of("profile", Map.of("id", "weak"), "credentials", Map.of("password", "weak")));

    assertThat(answer.status()).as("%s", answer).isGreaterThanOrEqualTo(400);
    assertThat(identity.createUserQuery().userId("weak").count()).isZero();
  }

  @Test
  @Order(LAST)
  void aProviderThatGoesDownHalfWayIsSaidSo() {
    IdentityProvider.says("early", "early", "director");
    WebSession early = new WebSession(PORT);
    URI answer = answerOfTheProvider(early, "early");

    provider.close();

    HttpResponse<String> page = early.get(answer);
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("does not answer").doesNotContain("Exception", "\tat ");
    assertThat(early.get(TASKS).statusCode()).isEqualTo(401);
  }

  /** Somebody who has logged in at the provider and is in the Tasklist. */
  private static WebSession login(String name) {
    WebSession browser = new WebSession(PORT);
    HttpResponse<String> page = arrive(browser, name);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo(TASKLIST);
    return browser;
  }

  private static HttpResponse<String> arrive(WebSession browser, String name) {
    return arriveFrom(browser, TASKLIST, name);
  }

  private static HttpResponse<String> arriveFrom(WebSession browser, String page, String name) {
    return browser.follow(atTheProvider(browser, page, name));
  }

  /** Where the provider sends somebody who has logged in there. */
  private static URI answerOfTheProvider(WebSession browser, String name) {
    HttpResponse<String> redirect = atTheProvider(browser, TASKLIST, name);
    while (WebSession.target(redirect).getPort() == PROVIDER_PORT) {
      redirect = browser.get(WebSession.target(redirect));
    }
    return WebSession.target(redirect);
  }

  private static HttpResponse<String> atTheProvider(WebSession browser, String page, String name) {
    HttpResponse<String> form = browser.follow(browser.get(page));
    assertThat(form.uri().getPort()).as("the provider's login form").isEqualTo(PROVIDER_PORT);
    return browser.postForm(
        form.uri().resolve("/login"),
        Map.of("username", name, "password", IdentityProvider.PASSWORD));
  }

  private static List<String> apps(WebSession browser) {
    List<String> apps = new ArrayList<>();
    WebSession.json(browser.get(ME)).path("authorizedApps").forEach(app -> apps.add(app.asText()));
    return apps;
  }

  private List<String> groups(String person) {
    return identity.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .toList();
  }

  private void localAccount(String id) {
    if (identity.createUserQuery().userId(id).count() == 0) {
      User user = identity.newUser(id);
      user.setPassword(LOCAL_PASSWORD);
      identity.saveUser(user);
    }
  }

  private static Desk local(String id) {
    return Desk.of(PORT, id, LOCAL_PASSWORD);
  }

  private static void film(String id, Map<String, String> team) {
    local("admin")
        .post("/api/films", Map.of("id", id, "title", id, "currency", "USD", "shootingDays", 20))
        .ok();
    join(id, "script1", "line-producer");
    team.forEach((person, role) -> join(id, person, role));
    local("script1").postCsv("/api/films/%s/budgets".formatted(id), TestFilm.TOP_SHEET).ok();
  }

  private static void join(String film, String person, String role) {
    local("admin")
        .post("/api/films/%s/team".formatted(film), Map.of("person", person, "role", role))
        .ok();
  }

  private static String overage(String film) {
    return local("script1")
        .started(
            "budget-change",
            Map.of(
                "film", film,
                "kind", "OVERAGE",
                "toAccount", "3500",
                "amount", "50000.00",
                "reason", "A second harbour."));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
