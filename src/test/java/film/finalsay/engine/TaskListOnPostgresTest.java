package film.finalsay.engine;

import film.finalsay.support.FinalSayOnPostgresTest;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;

/** On a production office's database. */
@FinalSayOnPostgresTest
class TaskListOnPostgresTest extends TaskListOnADatabase {

  TaskListOnPostgresTest(ProcessEngine engine, EngineTables index, DataSource source) {
    super(engine, index, source);
  }
}
