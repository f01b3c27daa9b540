package film.finalsay.journey;

import film.finalsay.support.FinalSayOnPostgresTest;
import javax.sql.DataSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On a production office's database. */
@FinalSayOnPostgresTest
class TrustOnPostgresTest
    implements OwnRequest, ManyTries, AnotherFilm, UnseenProcess, LedgerOfAFilm {

  private final DataSource dataSource;

  @LocalServerPort private int port;

  TrustOnPostgresTest(DataSource dataSource) {
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
