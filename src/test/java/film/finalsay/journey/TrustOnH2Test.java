package film.finalsay.journey;

import film.finalsay.support.FinalSayTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On the demo's database. */
@FinalSayTest
class TrustOnH2Test implements OwnRequest, ManyTries, AnotherFilm, UnseenProcess {

  @LocalServerPort private int port;

  @Override
  public int port() {
    return port;
  }
}
