package film.finalsay.journey;

import film.finalsay.support.FinalSayOnPostgresTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On a production office's database. */
@FinalSayOnPostgresTest
class TrustOnPostgresTest implements OwnRequest, ManyTries, AnotherFilm, UnseenProcess {

  @LocalServerPort private int port;

  @Override
  public int port() {
    return port;
  }
}
