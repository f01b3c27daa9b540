package film.finalsay.model;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Teams;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.change.BudgetChanges;
import film.finalsay.film.Films;
import film.finalsay.ledger.LedgerCheck;
import film.finalsay.model.Model.Ask;
import film.finalsay.model.Model.Kind;
import film.finalsay.model.Model.Request;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Withdrawals;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.StartsTheProduct;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.spring.JqwikSpringSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random people do random things, two hundred in a row: the product and a small model of it agree
 * on what is refused, who decides, every balance, and every cumulative limit.
 */
@FinalSayTest
@Tag(StartsTheProduct.TAG)
@JqwikSpringSupport
class BudgetChangesAgainstAModelTest {

  /** Accounts of which the share binds first, and accounts of which the amount does. */
  private static final String TOP_SHEET =
      """
      account,description,section,total
      1100,WRITER,ATL,50000
      1400,CAST,ATL,250000
      3300,CAMERA,PRODUCTION,600000
      3500,TRANSPORTATION,PRODUCTION,2000000
      3600,LOCATIONS,PRODUCTION,150000
      4500,EDITORIAL,POST,400000
      6800,GENERAL EXPENSES,OTHER,90000
      9900,CONTINGENCY,OTHER,354000
      """;

  private static final List<String> RANKS =
      List.of("producer", "co-executive-producer", "executive-producer");

  @LocalServerPort int port;
  @Autowired ProcessEngine engine;
  @Autowired Teams teams;
  @Autowired Films films;
  @Autowired Budgets budgets;
  @Autowired BudgetChanges changes;
  @Autowired ApprovalRegister register;
  @Autowired Withdrawals withdrawals;
  @Autowired JdbcClient database;
  @Autowired DataSource tables;

  @Property
  void theProductAndTheModelAgree(@ForAll("steps") @Size(200) List<Step> steps) {
    World world = world();
    for (Step step : steps) {
      world.take(step);
      world.assertAlike();
    }
    world.assertStatesAlike();
    world.assertCumulativeLimitsAlike();
    assertThat(new LedgerCheck(tables).run(Optional.of(world.filmId())).findings()).isEmpty();
    world.forget();
  }

  @Property
  void noSplitLowersTheAuthority(
      @ForAll("parts") List<Long> parts, @ForAll("kinds") Kind kind, @ForAll boolean decided) {
    World world = world();
    long whole = parts.stream().mapToLong(Long::longValue).sum();
    int alone = rank(Model.of(TOP_SHEET).ruling(ask(kind, whole), null));

    int highest = -1;
    for (long part : parts) {
      Request request = world.ask("line1", ask(kind, part));
      highest = Math.max(highest, rank(request.ruling));
      if (decided) {
        world.decide(request, "exec1", "APPROVE");
      }
    }

    assertThat(highest).isGreaterThanOrEqualTo(alone);
    world.forget();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> choice = Arbitraries.integers().between(0, 59);
    Arbitrary<Long> cents =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 2_000_00),
            Arbitraries.longs().between(1, 30_000_00),
            Arbitraries.of(
                4_000_00L, 5_000_00L, 10_000_00L, 10_000_01L, 25_000_00L, 50_000_00L, 50_000_01L));
    return Combinators.combine(
            Arbitraries.integers().between(0, 9), choice, choice, choice, choice, choice, cents)
        .as(Step::new)
        .list()
        .ofSize(200);
  }

  /** Parts of at most 60,000 in all, so that no account is short of money. */
  @Provide
  Arbitrary<List<Long>> parts() {
    return Arbitraries.longs().between(1, 15_000_00).list().ofMinSize(2).ofMaxSize(4);
  }

  @Provide
  Arbitrary<Kind> kinds() {
    return Arbitraries.of(Kind.TRANSFER, Kind.CONTINGENCY, Kind.OVERAGE);
  }

  private static Ask ask(Kind kind, long cents) {
    return new Ask(kind, kind == Kind.TRANSFER ? "3500" : null, "3600", cents);
  }

  /** The rank of who decides; whoever has to consent besides counts too. */
  private static int rank(Model.Ruling ruling) {
    return RANKS.indexOf(ruling.decidedBy()) + ruling.consents().size();
  }

  private World world() {
    TestFilm film = TestFilm.create(port);
    film.importBudget(TOP_SHEET).ok();
    return new World(
        new World.Product(
            engine,
            new Cast(engine, teams),
            films,
            budgets,
            changes,
            register,
            withdrawals,
            database),
        film.id(),
        Model.of(TOP_SHEET));
  }
}
