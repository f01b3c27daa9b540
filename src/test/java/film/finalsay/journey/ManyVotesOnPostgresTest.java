package film.finalsay.journey;

import film.finalsay.support.FinalSayOnPostgresTest;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same on a production office's database. */
@FinalSayOnPostgresTest
class ManyVotesOnPostgresTest implements ManyVotes {

  @LocalServerPort private int port;
  private final ManagementService jobs;
  private final JdbcClient jdbc;

  ManyVotesOnPostgresTest(ManagementService jobs, JdbcClient jdbc) {
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public ManagementService jobs() {
    return jobs;
  }

  @Override
  public JdbcClient jdbc() {
    return jdbc;
  }
}
