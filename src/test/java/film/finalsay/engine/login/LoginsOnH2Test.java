package film.finalsay.engine.login;

import film.finalsay.support.FinalSayTest;

/** On the demo's database. */
@FinalSayTest
class LoginsOnH2Test extends LoginsOnADatabase {}
