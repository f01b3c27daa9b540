package film.finalsay.journey;

import film.finalsay.engine.EngineSetup;
import film.finalsay.support.FinalSayOnPostgresTest;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On a production office's database. */
@FinalSayOnPostgresTest
class TrustOnPostgresTest
    implements OwnRequest,
        ManyTries,
        AnotherFilm,
        UnseenProcess,
        LedgerOfAFilm,
        ExpressionsFromOutside,
        OddRequests,
        Accounts,
        ModelsForOneFilm,
        LedgerOfTheCompany,
        LedgerOfRights,
        LogOfAdministration,
        ReachOfAModel,
        BudgetThatCounts,
        TablesAsTheLedgerHasThem,
        BorrowedAnswers,
        FormsWhenOpened,
        ClaimedTasks,
        DrawnPairsOfEyes,
        AnswersOfTheFlow,
        FormContract {

  private final DataSource dataSource;
  private final ProcessEngine engine;
  private final EngineSetup setUp;

  @LocalServerPort private int port;

  TrustOnPostgresTest(DataSource dataSource, ProcessEngine engine, EngineSetup setUp) {
    this.setUp = setUp;
    this.engine = engine;
    this.dataSource = dataSource;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public EngineSetup setUp() {
    return setUp;
  }

  @Override
  public ProcessEngine engine() {
    return engine;
  }
}
