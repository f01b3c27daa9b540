package film.finalsay.journey;

import film.finalsay.support.FinalSayOnPostgresTest;

/** On a production office's database. */
@FinalSayOnPostgresTest
class OnPostgresTest extends OnADatabase {

  /** A sample: the policy does not depend on the database. */
  @Override
  int oneOfHowManyRoutes() {
    return super.oneOfHowManyRoutes() * 8;
  }
}
