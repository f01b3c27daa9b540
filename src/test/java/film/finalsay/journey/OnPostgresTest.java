package film.finalsay.journey;

import film.finalsay.support.FinalSayOnPostgresTest;

@FinalSayOnPostgresTest
class OnPostgresTest extends OnADatabase {}
