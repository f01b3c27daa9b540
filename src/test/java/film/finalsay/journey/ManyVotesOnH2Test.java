package film.finalsay.journey;

import film.finalsay.support.FinalSayTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same on the database that the product brings. */
@FinalSayTest
class ManyVotesOnH2Test implements ManyVotes {

  @LocalServerPort private int port;

  @Override
  public int port() {
    return port;
  }
}
