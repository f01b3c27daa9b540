package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is a producer for money alone has no say in the script, and the other way round. */
@FinalSayTest
class ScopeOfARoleTest {

  private static final String CHANGE = "userTask_decideBudgetChange";
  private static final String REVIEW = "userTask_reviewScriptDraft";
  private static final String SCRIPT = "userTask_decideScriptDraft";
  private static final String EXECUTIVE = "executive-producer";

  @LocalServerPort private int port;

  @Test
  void anExecutiveProducerForMoneyDecidesMoneyAndNoScriptByAnyRoute() {
    TestFilm film = GreenlitFilm.create(port);
    String money = film.hire("money", EXECUTIVE, "MONEY");
    Case script = script(film);

    shutOut(script, money, REVIEW);
    script.answered("producer1", REVIEW, "APPROVE");
    script.answered("director1", "userTask_consultDirector", "SUPPORT");
    shutOut(script, money, SCRIPT);
    assertThat(script.decisions()).noneMatch(decision -> decision.startsWith(money));

    Case change = change(film);
    change.answered(money, CHANGE, "APPROVE");
    assertThat(change.state()).isEqualTo("APPROVED");
  }

  @Test
  void anExecutiveProducerForCreativeMattersDecidesTheScriptAndNoMoney() {
    TestFilm film = GreenlitFilm.create(port);
    String creative = film.hire("creative", EXECUTIVE, "CREATIVE");
    Case change = change(film);
    shutOut(change, creative, CHANGE);
    change.answered("exec1", CHANGE, "APPROVE");

    Case script = script(film);
    script.answered("producer1", REVIEW, "APPROVE");
    script.answered("director1", "userTask_consultDirector", "SUPPORT");
    script.answered(creative, SCRIPT, "APPROVE");
    assertThat(script.decisions()).contains(creative + " as executive-producer: APPROVE");
  }

  @Test
  void whatIsAboutBothNeedsARoleForEverything() {
    TestFilm film = GreenlitFilm.create(port);
    List<String> limited =
        List.of(
            film.hire("money", EXECUTIVE, "MONEY"), film.hire("creative", EXECUTIVE, "CREATIVE"));
    Case reopening =
        Case.started(
            film,
            "producer1",
            "reopening",
            Map.of(
                "film",
                film.id(),
                "approval",
                film.id() + "-GL-1",
                "reason",
                "The sea is too high."));

    limited.forEach(person -> shutOut(reopening, person, "userTask_decideReopening"));
  }

  @Test
  void whoCannotDecideItIsNotWaitedFor() {
    TestFilm film = TestFilm.without(port, "exec1");
    film.hire("money", EXECUTIVE, "MONEY");

    Answer refused =
        film.desk("line1")
            .start("script-approval", Requests.draft(film, "Draft 1", film.upload("FADE IN.")));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("The executive producer would have to answer");
  }

  @Test
  void aRoleForAPartOfItGivesNobodyTheRest() {
    TestFilm film = GreenlitFilm.create(port);
    String money = film.hire("money", EXECUTIVE, "MONEY");
    String all = "/api/films/" + film.id();
    List<Answer> tried =
        List.of(
            film.desk(money)
                .post(
                    all + "/team",
                    Map.of("person", money, "role", EXECUTIVE, "from", "2020-01-01")),
            film.desk(money).delete(all + "/team/exec1/" + EXECUTIVE),
            film.desk(money)
                .post(all + "/credits", Map.of("person", money, "title", "Executive Producer")),
            film.desk(money).put(all + "/final-cut", Map.of("holder", money)));

    assertThat(tried)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(403);
              assertThat(answer.text("detail")).contains("Only a role for");
            });
  }

  @Test
  void whoIsForCreativeMattersSavesNoMoneyAndApprovesNoPayee() {
    TestFilm film = GreenlitFilm.create(port);
    String creative = film.hire("creative", "producer", "CREATIVE");
    String path = "/api/films/%s".formatted(film.id());
    Map<String, Object> payee = Map.of("name", "Lighthouse Ltd", "account", "12345678");
    assertThat(film.desk(creative).post(path + "/payees", payee).status()).isEqualTo(403);
    assertThat(
            film.desk(creative)
                .put(path + "/finance-plan", Map.of("basedOn", 1, "sources", List.of()))
                .status())
        .isEqualTo(403);
    film.desk("producer1").post(path + "/payees", payee).ok();
  }

  @Test
  void onceItIsGreenlitWhoDecidesDoesNotChooseWhoConsents() {
    TestFilm film = GreenlitFilm.create(port);
    String team = "/api/films/%s/team".formatted(film.id());
    for (Answer tried :
        List.of(
            film.desk("exec1").delete(team + "/financier1/financier"),
            film.desk("exec1").delete(team + "/guarantor1/completion-guarantor"),
            film.desk("exec1")
                .post(team, Map.of("person", "producer2", "role", "completion-guarantor")))) {
      assertThat(tried.status()).isEqualTo(403);
      assertThat(tried.text("detail")).contains("is for an administrator to change");
    }
    film.desk("exec1").post(team, Map.of("person", "counsel1", "role", "legal-counsel")).ok();
    film.join(Map.of("person", "distributor1", "role", "distributor")).ok();
  }

  @Test
  void aProducersRoleAloneHasAScope() {
    TestFilm film = TestFilm.create(port);
    refused(film, "director", "MONEY", "is for producers of any level; a director has none.");
    refused(film, "producer", "EVERYTHING", "ALL, MONEY, CREATIVE");
    film.hire("money", "producer", "MONEY");
    assertThat(film.desk("admin").get("/api/films/%s/team".formatted(film.id())).ok().toString())
        .contains("\"scope\":\"MONEY\"");
  }

  private static void refused(TestFilm film, String role, String scope, String why) {
    Answer refused = film.join(Map.of("person", "producer2", "role", role, "scope", scope));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("scope");
    assertThat(refused.text("detail")).contains(why);
  }

  /** Neither claims nor answers, over either API. */
  private void shutOut(Case request, String person, String step) {
    String task = request.task(step);
    WebSession session = WebSession.loggedIn(port, person);
    Map<String, Object> approve =
        Map.of("variables", Map.of("decision", Map.of("value", "APPROVE")));
    for (Answer tried :
        List.of(
            request.tried(person, step, "APPROVE"),
            request
                .film()
                .desk(person)
                .post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", person)),
            session.call("POST", WebSession.API + "/task/%s/complete".formatted(task), approve),
            session.call("POST", WebSession.API + "/task/%s/submit-form".formatted(task), approve),
            session.call(
                "POST",
                WebSession.API + "/task/%s/claim".formatted(task),
                Map.of("userId", person)))) {
      assertThat(tried.status()).isEqualTo(403);
      assertThat(tried.text("detail")).contains("your role on", "is not for that");
    }
  }

  private static Case script(TestFilm film) {
    return Case.started(
        film,
        "line1",
        "script-approval",
        Requests.draft(film, "Draft 2", film.upload("FADE OUT.")));
  }

  private static Case change(TestFilm film) {
    return Case.started(
        film, "line1", "budget-change", Requests.transfer(film, "1400", "3500", "20000.00"));
  }
}
