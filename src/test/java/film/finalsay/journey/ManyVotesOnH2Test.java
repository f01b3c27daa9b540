package film.finalsay.journey;

import film.finalsay.support.FinalSayTest;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same on the database that the product brings. */
@FinalSayTest
class ManyVotesOnH2Test implements ManyVotes {

  @LocalServerPort private int port;
  private final ManagementService jobs;
  private final JdbcClient jdbc;

  ManyVotesOnH2Test(ManagementService jobs, JdbcClient jdbc) {
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
