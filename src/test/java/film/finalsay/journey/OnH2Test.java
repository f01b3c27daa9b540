package film.finalsay.journey;

import film.finalsay.support.FinalSayTest;

/** On the demo's database. */
@FinalSayTest
class OnH2Test extends OnADatabase {}
