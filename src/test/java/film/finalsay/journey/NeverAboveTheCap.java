package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.TestFilm;
import film.finalsay.support.Trust;
import java.math.BigDecimal;
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
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many people ask for the same contingency at once, three times as much as there is, on every node:
 * at no moment is more approved, or held, than there is.
 */
interface NeverAboveTheCap {

  int THREADS = 8;

  /** One running product. */
  record Node(ProcessEngine engine, Teams teams) {}

  /** What became of a request. */
  enum End {
    APPROVED,
    REJECTED,
    REFUSED
  }

  int port();

  DataSource dataSource();

  List<Node> nodes();

  @Test
  default void concurrentChangesNeverPassTheCap() throws Exception {
    int requests = Trust.count(240, 10_000);
    long cap = requests * 500_00L;
    TestFilm film = TestFilm.create(port());
    film.importBudget(
            """
            account,description,section,total
            3600,LOCATIONS,PRODUCTION,300000
            9900,CONTINGENCY,OTHER,%d
            """
                .formatted(cap / 100))
        .ok();
    Sampler sampler = new Sampler(new JdbcTemplate(dataSource()), film.id(), cap);
    Thread sampling = new Thread(sampler);
    sampling.start();

    AtomicInteger next = new AtomicInteger();
    List<Callable<List<End>>> people = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Node node = nodes().get(thread % nodes().size());
      people.add(
          () -> {
            List<End> ends = new ArrayList<>();
            while (next.getAndIncrement() < requests) {
              ends.add(asked(node, film));
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
      sampler.over.set(true);
      sampling.join();
    }

    assertThat(sampler.above).as("moments above the cap, of %s", sampler.moments).isEmpty();
    assertThat(sampler.moments.get()).as("moments looked at").isGreaterThan(requests / 20);
    assertThat(ends).hasSize(requests).contains(End.values());
    assertThatItAddsUp(film, cap, ends);
  }

  private static End asked(Node node, TestFilm film) {
    Cast cast = new Cast(node.engine(), node.teams());
    long cents = ThreadLocalRandom.current().nextLong(1, 3_000_00);
    try {
      ProcessInstance process =
          cast.starts(
              "line1",
              "budget-change",
              Map.of(
                  "film", film.id(),
                  "kind", "CONTINGENCY",
                  "toAccount", "3600",
                  "amount", BigDecimal.valueOf(cents, 2).toPlainString(),
                  "reason", "The harbour asks for it."));
      boolean yes = ThreadLocalRandom.current().nextInt(8) > 0;
      cast.answers("exec1", "userTask_decideBudgetChange", yes ? "APPROVE" : "REJECT");
      if (yes && isOpen(node, process)) {
        cast.answers("guarantor1", "userTask_giveConsent", "CONSENT");
      }
      return yes ? End.APPROVED : End.REJECTED;
    } catch (RuntimeException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof BusinessRuleException refusal && "amount".equals(refusal.field())) {
          return End.REFUSED;
        }
      }
      throw failed;
    }
  }

  private static boolean isOpen(Node node, ProcessInstance process) {
    return node.engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(process.getId())
            .count()
        > 0;
  }

  private void assertThatItAddsUp(TestFilm film, long cap, List<End> ends) throws Exception {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource());
    long posted =
        jdbc.queryForObject(
            "select -coalesce(sum(amount_minor), 0) from budget_posting"
                + " where film_id = ? and account = '9900'",
            Long.class,
            film.id());
    List<Long> approved =
        jdbc.queryForList(
            "select amount_minor from approval where film_id = ? and state = 'APPROVED'",
            Long.class,
            film.id());
    long inLedger = 0;
    for (String facts :
        jdbc.queryForList(
            "select facts from ledger_entry where film_id = ? and happening = 'TOOK_EFFECT'",
            String.class,
            film.id())) {
      inLedger +=
          new BigDecimal(new ObjectMapper().readTree(facts).path("amount").asText())
              .movePointRight(2)
              .longValueExact();
    }
    assertThat(
            jdbc.queryForObject(
                "select amount_minor from approved_change where film_id = ? and kind = 'CONTINGENCY'",
                Long.class,
                film.id()))
        .as("in all")
        .isEqualTo(posted);
    assertThat(approved).hasSize((int) ends.stream().filter(End.APPROVED::equals).count());
    assertThat(posted)
        .isEqualTo(approved.stream().mapToLong(Long::longValue).sum())
        .isEqualTo(inLedger)
        .isLessThanOrEqualTo(cap)
        .isGreaterThan(cap / 2);
    assertThat(film.balance("9900")).isEqualTo(BigDecimal.valueOf(cap - posted, 2).toPlainString());
  }

  /** Looks at the database from outside, again and again, and leaves the processors to others. */
  final class Sampler implements Runnable {

    private static final long PAUSE_NANOS = 2_000_000;

    final AtomicBoolean over = new AtomicBoolean();
    final AtomicInteger moments = new AtomicInteger();
    final Queue<Long> above = new ConcurrentLinkedQueue<>();
    private final JdbcTemplate jdbc;
    private final String film;
    private final long cap;

    Sampler(JdbcTemplate jdbc, String film, long cap) {
      this.jdbc = jdbc;
      this.film = film;
      this.cap = cap;
    }

    @Override
    public void run() {
      while (!over.get()) {
        long taken =
            jdbc.queryForObject(
                "select coalesce(sum(amount_minor), 0) from approval"
                    + " where film_id = ? and state in ('PENDING', 'APPROVED')",
                Long.class,
                film);
        if (taken > cap) {
          above.add(taken);
        }
        moments.incrementAndGet();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
