package film.finalsay.engine;

import film.finalsay.support.FinalSayOnPostgresTest;

/** On a production office's database, with the demo's people. */
@FinalSayOnPostgresTest
class LoginsOnPostgresTest extends LoginsOnADatabase {}
