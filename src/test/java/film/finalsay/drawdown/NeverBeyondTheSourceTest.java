package film.finalsay.drawdown;

import static film.finalsay.drawdown.DrawnFilm.CONSENT;
import static film.finalsay.drawdown.DrawnFilm.DECIDE;
import static film.finalsay.drawdown.DrawnFilm.DRAWDOWN;
import static film.finalsay.drawdown.DrawnFilm.TODAY;
import static film.finalsay.drawdown.DrawnFilm.tranche;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.FinalSayOnPostgresTest;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.Trust;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many people draw on one source at once, three times as much as it gives, and not all of it
 * arrives: at no moment is more drawn or asked for than the source, or a tranche, gives.
 */
@FinalSayOnPostgresTest
class NeverBeyondTheSourceTest {

  private static final int THREADS = 8;
  private static final int TRANCHES = 8;
  private static final long SOURCE = 1_000_000_00L;

  private final ProcessEngine engine;
  private final Teams teams;
  private final JdbcTemplate jdbc;
  private DrawnFilm film;

  @LocalServerPort private int port;

  NeverBeyondTheSourceTest(ProcessEngine engine, Teams teams, JdbcTemplate jdbc) {
    this.engine = engine;
    this.teams = teams;
    this.jdbc = jdbc;
  }

  private enum End {
    APPROVED,
    REJECTED,
    REFUSED
  }

  @Test
  void concurrentDrawdownsNeverPassTheSource() throws Exception {
    int requests = Trust.count(160, 4_000);
    film = DrawnFilm.ready(GreenlitFilm.create(port));
    List<Map<String, Object>> tranches = new ArrayList<>();
    for (int i = 0; i < TRANCHES; i++) {
      tranches.add(tranche("T" + i, TODAY, "125000"));
    }
    film.desk("line1").put(film.path("cash-flow"), Map.of("tranches", tranches)).ok();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger moments = new AtomicInteger();
    Queue<String> above = new ConcurrentLinkedQueue<>();
    Thread sampling = new Thread(() -> sample(over, moments, above));
    sampling.start();

    AtomicInteger next = new AtomicInteger();
    List<Callable<List<End>>> people = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      people.add(
          () -> {
            List<End> ends = new ArrayList<>();
            while (next.getAndIncrement() < requests) {
              ends.add(asked());
            }
            return ends;
          });
    }
    List<End> ends = new ArrayList<>();
    ExecutorService office = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<List<End>> done : office.invokeAll(people)) {
        ends.addAll(done.get());
      }
    } finally {
      office.shutdown();
      over.set(true);
      sampling.join();
    }

    assertThat(above).as("moments beyond, of %s", moments).isEmpty();
    assertThat(moments.get()).isGreaterThan(requests / 20);
    assertThat(ends).hasSize(requests).contains(End.values());
    long drawn = taken("and a.state = 'APPROVED'");
    assertThat(drawn).isLessThanOrEqualTo(SOURCE).isGreaterThan(SOURCE / 2);
    assertThat(film.money().path("drawn").asText())
        .isEqualTo(BigDecimal.valueOf(drawn, 2).toPlainString());
    assertThat(
            count(
                "select count(*) from approval where film_id = ? and state = 'APPROVED' and kind = 'DRAWDOWN'"))
        .isEqualTo(ends.stream().filter(End.APPROVED::equals).count());
  }

  private End asked() {
    Cast cast = new Cast(engine, teams);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String amount = BigDecimal.valueOf(random.nextLong(1, 50_000_00), 2).toPlainString();
    try {
      ProcessInstance process =
          cast.starts("line1", DRAWDOWN, film.draw("T" + random.nextInt(TRANCHES), amount));
      cast.answers("producer1", DrawnFilm.ENDORSE, "APPROVE");
      boolean yes = random.nextInt(8) > 0;
      cast.answers("exec1", DECIDE, yes ? "APPROVE" : "REJECT");
      if (yes) {
        cast.answers("guarantor1", CONSENT, "CONSENT");
        cast.answers("financier1", CONSENT, "CONSENT");
        arrives(process, amount);
      }
      return yes ? End.APPROVED : End.REJECTED;
    } catch (RuntimeException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof BusinessRuleException) {
          return End.REFUSED;
        }
      }
      throw failed;
    }
  }

  /** Half of what was approved, sometimes, so that the rest is left again. */
  private void arrives(ProcessInstance drawdown, String asked) {
    if (ThreadLocalRandom.current().nextInt(3) > 0) {
      return;
    }
    String key =
        jdbc.queryForObject(
            "select d.receipt_key from drawdown d join approval a on a.approval_key = d.approval_key"
                + " where a.process_instance_id = ?",
            String.class,
            drawdown.getId());
    BigDecimal half = new BigDecimal(asked).movePointLeft(1).setScale(2, RoundingMode.UP);
    film.entered(key, "accountant1", half.toPlainString()).ok();
  }

  private void sample(AtomicBoolean over, AtomicInteger moments, Queue<String> above) {
    while (!over.get()) {
      jdbc
          .queryForList(
              "select d.tranche, sum(coalesce(d.arrived_minor, d.amount_minor)) as taken"
                  + " from drawdown d join approval a on a.approval_key = d.approval_key"
                  + " where d.film_id = ? and a.state in ('PENDING', 'RETURNED', 'APPROVED')"
                  + " group by d.tranche",
              film.id())
          .stream()
          .filter(row -> ((Number) row.get("taken")).longValue() > SOURCE / TRANCHES)
          .forEach(row -> above.add(row.toString()));
      if (taken("and a.state in ('PENDING', 'RETURNED', 'APPROVED')") > SOURCE) {
        above.add("the source");
      }
      moments.incrementAndGet();
      LockSupport.parkNanos(2_000_000);
    }
  }

  private long taken(String which) {
    return count(
        "select coalesce(sum(coalesce(d.arrived_minor, d.amount_minor)), 0) from drawdown d"
            + " join approval a on a.approval_key = d.approval_key where d.film_id = ? "
            + which);
  }

  private long count(String sql) {
    return jdbc.queryForObject(sql, Long.class, film.id());
  }
}
