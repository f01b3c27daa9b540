package film.finalsay.journey;

import static film.finalsay.journey.Requests.draft;
import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.script;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk.Answer;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import film.finalsay.support.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What has to hold on every database: each process from end to end, and many at once. */
abstract class OnADatabase {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final int AT_ONCE = 20;

  @LocalServerPort int port;

  @Test
  void anIncreaseIsReturnedAmendedApprovedAndConsentedTo() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = increase(film, "4500", "50000.00");
    Case change = Case.started(film, "line1", "budget-change", request);

    change
        .answered("exec1", DECIDE, "RETURN", "The storm costs less: “40,000”.")
        .answered(
            "line1", "userTask_amendBudgetChange", resubmitted(with(request, "amount", "40000")))
        .answered("exec1", DECIDE, "APPROVE")
        .answered("financier1", "userTask_giveConsent", "CONSENT")
        .answered("guarantor1", "userTask_giveConsent", "CONSENT");

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(change.decisions()).hasSize(5);
    assertThat(film.total()).isEqualTo("1040000.00");
    assertThat(film.balance("4500")).isEqualTo("140000.00");
  }

  /** In full: to the last character on the form of who decides, and in what is on file. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "#", "字", "😀"})
  void aReasonAndACommentOfTheMostCharactersAreTakenAndShown(String one) {
    TestFilm film = TestFilm.create(port);
    String longest = one.repeat(4000);
    Case change =
        Case.started(
            film,
            "line1",
            "budget-change",
            with(transfer(film, "3500", "3600", "8000.00"), "reason", longest));

    String shown = change.shown("producer1", DECIDE, "reasonText").replace("\\", "");
    change.answered("producer1", DECIDE, "RETURN", longest);

    assertThat(shown).isEqualTo(longest);
    assertThat(change.shown("line1", "userTask_amendBudgetChange", "guidance").replace("\\", ""))
        .isEqualTo(longest);
    assertThat(
            film.desk("line1")
                .approval(change.key())
                .path("decisions")
                .path(0)
                .path("comment")
                .asText())
        .isEqualTo(longest);
  }

  @Test
  void anAttachedDraftIsReturnedRevisedAndApproved() {
    TestFilm film = TestFilm.create(port);
    String text = "INT. LIGHTHOUSE – NIGHT\n\nÉléonore: »Light!«\n";
    Case script =
        Case.started(
            film,
            "line1",
            "script-approval",
            draft(film, "Draft 1", script("draft-1.txt", "FADE IN.")));

    script
        .answered("director1", "userTask_consultDirector", "CONCERN", "Too short.")
        .answered("producer1", "userTask_reviewScriptDraft", "RETURN", "Too short.")
        .answered(
            "line1",
            "userTask_reviseScriptDraft",
            resubmitted(draft(film, "Draft 2", script("draft-2.txt", text))))
        .answered("producer1", "userTask_reviewScriptDraft", "APPROVE")
        .answered("director1", "userTask_consultDirector", "SUPPORT")
        .answered("exec1", "userTask_decideScriptDraft", "APPROVE");

    assertThat(script.state()).isEqualTo("APPROVED");
    var approved =
        film.desk("line1")
            .get("/api/films/%s/script-drafts".formatted(film.id()))
            .ok()
            .path("items")
            .path(0);
    assertThat(approved.path("label").asText()).isEqualTo("Draft 2");
    assertThat(approved.path("state").asText()).isEqualTo("APPROVED");
    assertThat(
            film.desk("exec1")
                .download(
                    "/api/films/%s/documents/%s"
                        .formatted(film.id(), approved.path("sha256").asText())))
        .asString()
        .isEqualTo(text);
  }

  @Test
  void aScriptIsClearedLockedRevisedAndIssued() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.locked(film);
    String blue = ShootingScript.SCRIPT.replace("A ship", "Another ship");
    Case set =
        Case.started(
            film, "line1", "script-revision", ShootingScript.revision(film, "Blue 1", blue));
    ShootingScript.decide(film, set.key(), "ScriptRevision");
    film.desk("line1").post(script.path("/issues"), Map.of("name", "Ida Berg")).ok();

    String path = "/api/films/%s/scripts/".formatted(film.id());
    var current = film.desk("line1").get(path + "2").ok().path("draft");
    assertThat(current.path("state").asText()).isEqualTo("APPROVED");
    assertThat(current.path("colour").asText()).isEqualTo("Blue");
    assertThat(film.desk("line1").get(path + "locked-scenes").ok().path("items")).hasSize(5);
    assertThat(film.desk("line1").get(script.path("/issues")).ok().path("items")).hasSize(1);
  }

  @Test
  void anIncompletePackageIsEndorsedCompletedAndGreenlitOnConditions() {
    TestFilm film = TestFilm.create(port).packaged();
    Case.started(
            film,
            "line1",
            "script-approval",
            draft(film, "Draft 1", script("draft-1.txt", "FADE IN.")))
        .answered("producer1", "userTask_reviewScriptDraft", "APPROVE")
        .answered("director1", "userTask_consultDirector", "SUPPORT")
        .answered("exec1", "userTask_decideScriptDraft", "APPROVE");
    Map<String, Object> whole = greenlight(film, "Draft 1");
    Case greenlight = Case.started(film, "line1", "greenlight", without(whole, "scheduleStart"));

    greenlight
        .answered("producer1", "userTask_endorsePackage", "APPROVE")
        .answered("producer1", "userTask_completePackage", resubmitted(whole))
        .answered(
            "exec1", "userTask_decideGreenlight", Requests.onConditions(Requests.bond("producer")))
        .answered("producer2", "userTask_reportCondition", Requests.reported())
        .answered("exec1", "userTask_confirmCondition", "CONFIRM");

    assertThat(greenlight.state()).isEqualTo("APPROVED");
    var greenlit = film.desk("line1").get("/api/films/" + film.id()).ok();
    assertThat(greenlit.path("phase").asText()).isEqualTo("PRE_PRODUCTION");
    assertThat(greenlit.path("visionFrozenAt").isNull()).isFalse();
    assertThat(
            film.desk("line1")
                .get("/api/films/%s/budget".formatted(film.id()))
                .ok()
                .path("state")
                .asText())
        .isEqualTo("LOCKED");
  }

  @Test
  void costsAboveTheSecuredFundsAreAcceptedAndALargeVarianceExplained() {
    TestFilm film = GreenlitFilm.create(port);
    CostFiles.onBudget(film).imported("line1", "2026-01-03");
    CostFiles.onBudget(film)
        .with("3600", "0,0,410000.00,The storm.")
        .imported("line1", "2026-01-10");

    Case overrun = new Case(film, film.id() + "-CO-1");
    Case variance = new Case(film, film.id() + "-CV-1");
    overrun.answered("exec1", "userTask_decideCostOverrun", "APPROVE", "From the fees.");
    variance.answered("exec1", "userTask_explainVariance", "EXPLAIN", "The storm.");

    assertThat(overrun.state()).isEqualTo("APPROVED");
    assertThat(variance.state()).isEqualTo("EXPLAINED");
    assertThat(
            film.desk("line1")
                .get(CostFiles.path(film, "cost-report/history?account=3600"))
                .ok()
                .path("items")
                .path(0)
                .path("change")
                .asText())
        .isEqualTo("110000.00");
    assertThat(CostFiles.report(film).path("total").path("variance").asText())
        .isEqualTo("-10000.00");
  }

  @Test
  void ofTheSameWeekSentByManyAtOnceOneReportIsTakenIn() {
    TestFilm film = TestFilm.create(port);
    String csv = CostFiles.onBudget(film).csv();

    List<Answer> answers = atOnce(AT_ONCE, i -> CostFiles.sent(film, "line1", "2026-01-03", csv));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(late -> assertThat(late.field()).as("%s", late).isEqualTo("weekEnding"));
    assertThat(CostFiles.report(film).path("number").asInt()).isEqualTo(1);
  }

  @Test
  void aBudgetIsBrokenDownLockedSupersededAndImportedBack() {
    TestFilm film = TestFilm.create(port);
    String budgets = "/api/films/%s/budgets".formatted(film.id());
    film.desk("line1")
        .postCsv(
            budgets + "/1/detail",
            "account,detail,description,quantity,rate,currency,total,fringes\n,,,,7.65%,,1000,FICA\n"
                + ",,,,1.2750,GBP,,\n1100,1101,Screenplay,2,20000.5,,40001,FICA\n"
                + "1100,1102,Research,,,GBP,7782.35,\n")
        .ok();
    lock(film, 1);
    byte[] export = film.desk("line1").download(budgets + "/1/export");

    film.desk("line1").postCsv(budgets, export).ok();
    lock(film, 2);

    var first = film.desk("line1").get(budgets + "/1").ok();
    var second = film.desk("line1").get(budgets + "/2").ok();
    assertThat(first.path("state").asText()).isEqualTo("SUPERSEDED");
    assertThat(second.path("state").asText()).isEqualTo("LOCKED");
    assertThat(second.path("contentSha256")).isEqualTo(first.path("contentSha256"));
    assertThat(film.desk("line1").download(budgets + "/2/export")).isEqualTo(export);
    assertThat(
            film.desk("line1")
                .get(budgets + "/2/accounts/1100/detail")
                .ok()
                .path("fringes")
                .path("FICA")
                .asText())
        .isEqualTo("76.50");
  }

  private static void lock(TestFilm film, int version) {
    Case.started(film, "line1", "budget-lock", Map.of("film", film.id(), "version", version))
        .answered("producer1", "userTask_endorseBudgetLock", "APPROVE")
        .answered("exec1", "userTask_decideBudgetLock", "APPROVE");
  }

  @Test
  void ofManyGreenlightsAskedForAtOnceOneIsOpen() {
    TestFilm film = TestFilm.create(port).packaged();
    Map<String, Object> request = without(greenlight(film, "Draft 1"), "scriptDraft");

    List<Answer> answers = atOnce(8, i -> film.desk("producer1").start("greenlight", request));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(
            late -> {
              assertThat(late.status()).as("%s", late).isEqualTo(409);
              assertThat(late.text("detail")).contains(film.id() + "-GL-1 is open already");
            });
  }

  @Test
  void ofTwentyAnswersAtOnceOneCounts() {
    TestFilm film = TestFilm.create(port);
    Case change =
        Case.started(film, "line1", "budget-change", transfer(film, "3500", "3600", "8000.00"));
    String task = change.task(DECIDE);
    List<String> deciders = List.of("producer1", "producer2", "coexec1", "exec1");

    List<Answer> answers =
        atOnce(
            AT_ONCE,
            i ->
                film.desk(deciders.get(i % deciders.size()))
                    .complete(task, Map.of("decision", "APPROVE", "comment", "Answer " + i)));

    assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 204)
        .allSatisfy(
            late -> {
              assertThat(late.status()).as("%s", late).isIn(403, 404, 409);
              assertThat(late.contentType()).as("%s", late).contains("json");
            });
    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(change.decisions()).hasSize(1);
    assertThat(film.balance("3500")).isEqualTo("192000.00");
    assertThat(film.balance("3600")).isEqualTo("308000.00");
  }

  @Test
  void ofManyRequestsAtOnceOnlyWhatTheAccountHoldsIsFiled() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = transfer(film, "1100", "1400", "20000.00");

    List<Answer> answers = atOnce(AT_ONCE, i -> film.desk("line1").start("budget-change", request));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(late -> assertThat(late.field()).as("%s", late).isEqualTo("amount"));
    for (Answer answer : answers) {
      if (answer.status() == 200) {
        new Case(film, answer.text("businessKey")).answered("exec1", DECIDE, "APPROVE");
      }
    }
    assertThat(film.balance("1100")).isEqualTo("10000.00");
    assertThat(film.balance("1400")).isEqualTo("290000.00");
    assertThat(film.total()).isEqualTo("1000000.00");
  }

  @Test
  void twoConsentsAtOnceBothCountOrOneIsAskedToAnswerAgain() {
    for (int round = 0; round < 5; round++) {
      TestFilm film = TestFilm.create(port);
      Case change =
          Case.started(film, "line1", "budget-change", increase(film, "4500", "50000.00"))
              .answered("exec1", DECIDE, "APPROVE");
      List<String> people = List.of("financier1", "guarantor1");
      List<String> tasks =
          people.stream()
              .map(person -> film.desk(person).task(change.key(), "userTask_giveConsent"))
              .toList();
      IntFunction<Answer> consent =
          i -> film.desk(people.get(i)).complete(tasks.get(i), Map.of("decision", "CONSENT"));

      List<Answer> answers = atOnce(2, consent);

      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.status()).as("%s", answer).isIn(204, 409));
      for (int i = 0; i < 2; i++) {
        if (answers.get(i).status() == 409) {
          consent.apply(i).ok();
        }
      }
      assertThat(change.state()).isEqualTo("APPROVED");
      assertThat(change.decisions()).hasSize(3);
      assertThat(film.total()).isEqualTo("1050000.00");
    }
  }

  @Test
  void requestsFiledAtOnceGetNumbersOfTheirOwn() {
    TestFilm film = TestFilm.create(port);

    List<Answer> answers =
        atOnce(
            AT_ONCE,
            i ->
                film.desk("line1")
                    .start("budget-change", transfer(film, "3500", "3600", "100.00")));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(200));
    assertThat(answers).extracting(answer -> answer.text("businessKey")).doesNotHaveDuplicates();
  }

  @Test
  void aTextThatTheDatabaseCannotHoldIsRefused() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> request = transfer(film, "3500", "3600", "8000.00");

    refused(
        film,
        400,
        () -> film.desk("line1").start("budget-change", with(request, "note", "x".repeat(40_000))));
  }

  @Test
  void everyRouteIsOpenToWhomThePolicySaysAndToNobodyElse() {
    assertThat(new RouteMatrix(port).compare(oneOfHowManyRoutes())).isGreaterThan(500);
  }

  @Test
  void nobodyReadsAnythingOfAFilmTheyAreNotOn() {
    assertThat(new OtherFilms(port).walk()).isGreaterThan(100);
  }

  @Test
  void whatIsNoRequestIsNeverTheServersFaultAndChangesNothing() {
    new Malformed(port).send(Trust.count(700, 100_000));
  }

  /** In full, each route is tried by everybody over each of the engine's APIs. */
  int oneOfHowManyRoutes() {
    return Trust.count(1, 0);
  }

  private static List<Answer> atOnce(int count, IntFunction<Answer> attempt) {
    ExecutorService people = Executors.newFixedThreadPool(count);
    CountDownLatch ready = new CountDownLatch(count);
    try {
      List<Future<Answer>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        running.add(
            people.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return attempt.apply(number);
                }));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> one : running) {
        answers.add(one.get());
      }
      return answers;
    } catch (Exception failed) {
      throw new AssertionError(failed);
    } finally {
      people.shutdownNow();
    }
  }
}
