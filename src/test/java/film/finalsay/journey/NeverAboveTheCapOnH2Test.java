package film.finalsay.journey;

import film.finalsay.approval.Teams;
import film.finalsay.support.FinalSayTest;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One node, on the database that the product brings. */
@FinalSayTest
class NeverAboveTheCapOnH2Test implements NeverAboveTheCap {

  private final DataSource dataSource;
  private final Node node;

  @LocalServerPort private int port;

  NeverAboveTheCapOnH2Test(DataSource dataSource, ProcessEngine engine, Teams teams) {
    this.dataSource = dataSource;
    this.node = new Node(engine, teams);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public List<Node> nodes() {
    return List.of(node);
  }
}
