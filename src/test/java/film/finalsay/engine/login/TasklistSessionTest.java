package film.finalsay.engine.login;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** What a session of the Tasklist knows of its person, and from when on. */
@FinalSayTest
class TasklistSessionTest {

  private static final String PERSON = "sessiontester";
  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

  @LocalServerPort private int port;

  private final ProcessEngine engine;
  private final Logins logins;
  private MockHttpSession session;

  TasklistSessionTest(ProcessEngine engine, Logins logins) {
    this.engine = engine;
    this.logins = logins;
  }

  @BeforeEach
  void login() {
    IdentityService identity = engine.getIdentityService();
    User person = identity.newUser(PERSON);
    person.setPassword("a-lighthouse-in-the-rain");
    identity.saveUser(person);
    identity.createMembership(PERSON, "producer");
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(new MockHttpSession());
    at(NOW).open(request, PERSON);
    refresh(request, NOW);
    session = (MockHttpSession) request.getSession();
  }

  @AfterEach
  void leave() {
    engine
        .getAuthorizationService()
        .createAuthorizationQuery()
        .userIdIn(PERSON)
        .list()
        .forEach(one -> engine.getAuthorizationService().deleteAuthorization(one.getId()));
    engine.getIdentityService().deleteUser(PERSON);
  }

  @Test
  void aFilmThatAPersonJoinsIsTheirsAtTheNextRequest() {
    assertThat(known(NOW).getTenantIds()).isEmpty();
    TestFilm film = TestFilm.create(port);

    film.join(Map.of("person", PERSON, "role", "producer")).ok();

    assertThat(known(NOW).getTenantIds()).containsExactly(film.id());
  }

  @Test
  void aGroupThatAPersonLeavesIsGoneAtTheNextRequest() {
    engine.getIdentityService().deleteMembership(PERSON, "producer");

    assertThat(known(NOW).getGroupIds()).isEmpty();
  }

  @Test
  void whoIsGoneIsLoggedOutAtTheNextRequest() {
    engine.getIdentityService().deleteUser(PERSON);

    assertThat(known(NOW)).isNull();
  }

  @Test
  void whoHasAnotherPasswordIsLoggedOutAtTheNextRequest() {
    User person = engine.getIdentityService().createUserQuery().userId(PERSON).singleResult();
    person.setPassword("a-lighthouse-in-the-sun");
    engine.getIdentityService().saveUser(person);

    assertThat(known(NOW)).isNull();
  }

  @Test
  void anApplicationThatAPersonIsLetIntoOpensAfterAMinuteAtTheLatest() {
    Authorization grant =
        engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setUserId(PERSON);
    grant.setResource(Resources.APPLICATION);
    grant.setResourceId("cockpit");
    grant.setPermissions(new Permissions[] {Permissions.ACCESS});
    engine.getAuthorizationService().saveAuthorization(grant);

    Instant later = NOW.plus(TasklistSession.APPLICATIONS_STAND);
    assertThat(known(later.minusSeconds(1)).getAuthorizedApps()).doesNotContain("cockpit");
    assertThat(known(later).getAuthorizedApps()).contains("cockpit", "tasklist");
  }

  /** What the session knows after a request at this time; null if nobody is logged in with it. */
  private UserAuthentication known(Instant time) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    refresh(request, time);
    return (UserAuthentication)
        AuthenticationUtil.getAuthsFromSession(session)
            .getAuthenticationForProcessEngine(engine.getName());
  }

  private void refresh(MockHttpServletRequest request, Instant time) {
    TasklistSession tasklist = at(time);
    tasklist.login(request).ifPresent(person -> tasklist.refresh(request.getSession(), person));
  }

  private TasklistSession at(Instant time) {
    return new TasklistSession(engine, logins, Clock.fixed(time, ZoneOffset.UTC));
  }
}
