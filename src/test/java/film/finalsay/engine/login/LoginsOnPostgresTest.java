package film.finalsay.engine.login;

import film.finalsay.support.FinalSayOnPostgresTest;

/** On a production office's database, with the demo's people. */
@FinalSayOnPostgresTest
class LoginsOnPostgresTest extends LoginsOnADatabase {}
