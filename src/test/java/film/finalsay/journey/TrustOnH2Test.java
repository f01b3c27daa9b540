package film.finalsay.journey;

import film.finalsay.support.FinalSayTest;
import javax.sql.DataSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On the demo's database. */
@FinalSayTest
class TrustOnH2Test implements OwnRequest, ManyTries, AnotherFilm, UnseenProcess, LedgerOfAFilm {

  private final DataSource dataSource;

  @LocalServerPort private int port;

  TrustOnH2Test(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public DataSource dataSource() {
    return dataSource;
  }
}
