package film.finalsay.journey;

import film.finalsay.support.FinalSayOnPostgresTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same on a production office's database. */
@FinalSayOnPostgresTest
class ManyVotesOnPostgresTest implements ManyVotes {

  @LocalServerPort private int port;

  @Override
  public int port() {
    return port;
  }
}
