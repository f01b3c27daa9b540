package film.finalsay.journey;

import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Standing.refused;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.delivery.DeliverableFilm;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.support.CutFilm;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.ShootingSchedule;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.Territories;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of some kinds of request a film has one open at a time. */
@FinalSayTest
class OneAtATimeTest {

  private static final ApprovalKind CUT_APPROVAL = new ApprovalKind("CUT_APPROVAL");
  private static final ApprovalKind PICTURE_LOCK = new ApprovalKind("PICTURE_LOCK");
  private static final ApprovalKind SCHEDULE_LOCK = new ApprovalKind("SCHEDULE_LOCK");
  private static final ApprovalKind SCHEDULE_CHANGE = new ApprovalKind("SCHEDULE_CHANGE");
  private static final ApprovalKind SCHEDULE_SLIP = new ApprovalKind("SCHEDULE_SLIP");
  private static final ApprovalKind RELEASE_PLAN = new ApprovalKind("RELEASE_PLAN");
  private static final ApprovalKind DELIVERY = new ApprovalKind("DELIVERY");

  /** Who explains what the product asks; whoever asked for it cannot take it back. */
  private static final Map<ApprovalKind, String[]> ANSWERED =
      Map.of(
          ApprovalKind.COST_OVERRUN,
          new String[] {"userTask_decideCostOverrun", "REJECT"},
          SCHEDULE_SLIP,
          new String[] {"userTask_explainSlip", "EXPLAIN"});

  private final JdbcClient database;
  private final List<RequestKind> declared;

  @LocalServerPort int port;

  OneAtATimeTest(JdbcClient database, List<RequestKind> declared) {
    this.declared = declared;
    this.database = database;
  }

  /** Two different requests of a kind that a film could file one after the other. */
  private record Two(TestFilm film, Map<String, ?> first, Map<String, ?> second) {}

  private Map<ApprovalKind, Supplier<Two>> kinds() {
    Map<ApprovalKind, Supplier<Two>> kinds = new HashMap<>();
    kinds.put(ApprovalKind.GREENLIGHT, this::greenlights);
    kinds.put(ApprovalKind.BUDGET_LOCK, this::budgetLocks);
    kinds.put(
        ApprovalKind.SCRIPT_LOCK,
        () -> {
          TestFilm film = TestFilm.create(port);
          ShootingScript.approved(film, ShootingScript.SCRIPT).cleared();
          Map<String, Object> lock = Map.of("film", film.id(), "draft", 1);
          return new Two(film, lock, lock);
        });
    kinds.put(
        ApprovalKind.SCRIPT_REVISION,
        () -> {
          TestFilm film = TestFilm.create(port);
          ShootingScript.locked(film);
          return new Two(
              film,
              ShootingScript.revision(
                  film, "Blue", ShootingScript.SCRIPT.replace("A ship", "A barge")),
              ShootingScript.revision(
                  film, "Blue again", ShootingScript.SCRIPT.replace("A ship", "A boat")));
        });
    kinds.put(
        ApprovalKind.COST_OVERRUN,
        () -> {
          TestFilm film = GreenlitFilm.create(port);
          CostFiles.onBudget(film)
              .with("3600", "0,0,410000.00,The storm.")
              .imported("line1", "2026-01-03");
          new Case(film, film.id() + "-CO-1")
              .answered("exec1", "userTask_decideCostOverrun", "REJECT", "Save it elsewhere.");
          Map<String, Object> overrun = Map.of("film", film.id());
          return new Two(film, overrun, overrun);
        });
    kinds.put(
        CUT_APPROVAL,
        () -> {
          CutFilm cuts = CutFilm.handedOver(port);
          int first = cuts.handedIn("post1", "Cut 1", "PRODUCERS_CUT");
          int second = cuts.handedIn("post1", "Cut 2", "FINE_CUT");
          return new Two(cuts.film(), cuts.approval(first), cuts.approval(second));
        });
    kinds.put(
        PICTURE_LOCK,
        () -> {
          CutFilm cuts = CutFilm.handedOver(port);
          Map<String, Object> lock = cuts.lock(cuts.approvedFineCut("Cut 1"));
          return new Two(cuts.film(), lock, lock);
        });
    kinds.put(
        SCHEDULE_LOCK,
        () -> {
          TestFilm film = GreenlitFilm.shooting(port);
          int version = ShootingSchedule.imported(film, List.of(ShootingSchedule.today()));
          Map<String, Object> lock = Map.of("film", film.id(), "version", version);
          return new Two(film, lock, lock);
        });
    kinds.put(
        SCHEDULE_CHANGE,
        () -> {
          LocalDate today = ShootingSchedule.today();
          TestFilm film = ShootingSchedule.locked(port, List.of(today, today.plusDays(1)));
          int version = ShootingSchedule.imported(film, List.of(today, today.plusDays(2)));
          Map<String, Object> change =
              Map.of("film", film.id(), "version", version, "cause", "The ferry does not sail.");
          return new Two(film, change, change);
        });
    kinds.put(
        SCHEDULE_SLIP,
        () -> {
          LocalDate today = ShootingSchedule.today();
          TestFilm film = ShootingSchedule.locked(port, List.of(today.minusDays(1), today));
          ShootingSchedule.shot(film, today.minusDays(1), 0);
          ShootingSchedule.shot(film, today, 0);
          new Case(film, film.id() + "-SX-2")
              .answered("exec1", "userTask_explainSlip", "EXPLAIN", "Fog.");
          Map<String, Object> slip = Map.of("film", film.id());
          return new Two(film, slip, slip);
        });
    kinds.put(
        RELEASE_PLAN,
        () -> {
          TestFilm film = TestFilm.create(port);
          film.desk("coexec1")
              .put(
                  "/api/films/%s/release-plans".formatted(film.id()),
                  Map.of("territories", List.of(Territories.germany())))
              .ok();
          Map<String, Object> plan = Map.of("film", film.id(), "version", 1);
          return new Two(film, plan, plan);
        });
    kinds.put(
        DELIVERY,
        () -> {
          DeliverableFilm film = DeliverableFilm.create(port);
          return new Two(film.film(), film.asked(), film.asked());
        });
    return kinds;
  }

  static Stream<ApprovalKind> oneAtATime() {
    return Stream.of(
        ApprovalKind.GREENLIGHT,
        ApprovalKind.BUDGET_LOCK,
        ApprovalKind.SCRIPT_LOCK,
        ApprovalKind.SCRIPT_REVISION,
        ApprovalKind.COST_OVERRUN,
        CUT_APPROVAL,
        PICTURE_LOCK,
        SCHEDULE_LOCK,
        SCHEDULE_CHANGE,
        SCHEDULE_SLIP,
        RELEASE_PLAN,
        DELIVERY);
  }

  @Test
  void everyKindOfWhichThereIsOneIsTried() {
    assertThat(declared)
        .filteredOn(kind -> kind.is(Trait.ONE_AT_A_TIME))
        .extracting(RequestKind::kind)
        .containsExactlyInAnyOrderElementsOf(oneAtATime().toList());
  }

  @ParameterizedTest
  @MethodSource("oneAtATime")
  void theSecondIsRefusedAndNamesTheFirstUntilThatIsSettled(ApprovalKind kind) {
    assertThat(kinds()).containsKey(kind);
    Two two = kinds().get(kind).get();
    TestFilm film = two.film();
    String process = kind.processId();
    String requester = kind.equals(RELEASE_PLAN) ? "producer1" : "line1";
    String first = film.desk(requester).started(process, two.first());

    Answer second = refused(film, 409, () -> film.desk("producer2").start(process, two.second()));
    assertThat(second.text("detail")).contains(first + " is open already");

    if (ANSWERED.containsKey(kind)) {
      film.desk("exec1").answer(first, ANSWERED.get(kind)[0], ANSWERED.get(kind)[1], "No.").ok();
    } else {
      film.desk(requester).post("/api/approvals/%s/withdrawal".formatted(first), Map.of()).ok();
    }
    film.desk("producer2").start(process, two.second()).ok();
  }

  @Test
  void budgetChangesLieSideBySide() {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> change = Requests.transfer(film, "3500", "3600", "100.00");
    film.desk("line1").start("budget-change", change).ok();
    film.desk("line1").start("budget-change", change).ok();
  }

  /** As an earlier version let it be: the one that is given first counts, the others can end. */
  @Test
  void ofGreenlightsThatAreOpenAlreadyOneIsGiven() {
    Two two = greenlights();
    Case rejected = besideOthers("greenlight", two.film(), two.first());
    Case returned = besideOthers("greenlight", two.film(), two.first());
    Case given = Case.started(two.film(), "producer1", "greenlight", two.second());
    open(ApprovalKind.GREENLIGHT, rejected, returned);
    String step = "userTask_decideGreenlight";
    returned.answered("exec1", step, "RETURN", "Wait.");

    given.answered("exec1", step, "APPROVE");

    refused(two.film(), 409, () -> rejected.tried("exec1", step, "APPROVE"));
    rejected.answered("exec1", step, "REJECT", "It is greenlit.");
    String amend = "userTask_amendPackage";
    refused(
        two.film(),
        409,
        () -> returned.tried("producer1", amend, Requests.resubmitted(two.first())));
    returned.answered("producer1", amend, "WITHDRAW");
    assertThat(given.state()).isEqualTo("APPROVED");
  }

  @Test
  void ofBudgetLocksThatAreOpenAlreadyTheSecondIsFiledAnewOnWhatTheFirstLocked() {
    Two two = budgetLocks();
    Case late = besideOthers("budget-lock", two.film(), two.first());
    Case given = Case.started(two.film(), "producer1", "budget-lock", two.second());
    open(ApprovalKind.BUDGET_LOCK, late);
    String step = "userTask_decideBudgetLock";

    given.answered("exec1", step, "APPROVE");

    Answer yes = refused(two.film(), 409, () -> late.tried("exec1", step, "APPROVE"));
    assertThat(yes.text("detail")).contains(given.key() + " was given after " + late.key());
    late.answered("exec1", step, "RETURN", "On the locked one.")
        .answered("producer1", "userTask_amendBudgetLock", Requests.resubmitted(two.first()))
        .answered("exec1", step, "APPROVE");
    assertThat(late.state()).isEqualTo("APPROVED");
  }

  /** A request that does not count as one of its kind until {@link #open} says so. */
  private Case besideOthers(String process, TestFilm film, Map<String, ?> request) {
    Case asked = Case.started(film, "producer1", process, request);
    kindOf(asked, ApprovalKind.GENERAL);
    return asked;
  }

  private void open(ApprovalKind kind, Case... requests) {
    for (Case request : requests) {
      kindOf(request, kind);
    }
  }

  private void kindOf(Case approval, ApprovalKind kind) {
    database
        .sql("update approval set kind = :kind where approval_key = :key")
        .param("kind", kind.name())
        .param("key", approval.key())
        .update();
  }

  private Two greenlights() {
    TestFilm film = ReadyFilm.create(port);
    Map<String, Object> request = greenlight(film, "Draft 1");
    return new Two(film, request, Requests.with(request, "logline", "Another film."));
  }

  private Two budgetLocks() {
    TestFilm film = TestFilm.create(port);
    film.importBudget(TestFilm.TOP_SHEET).ok();
    return new Two(
        film, Map.of("film", film.id(), "version", 1), Map.of("film", film.id(), "version", 2));
  }
}
