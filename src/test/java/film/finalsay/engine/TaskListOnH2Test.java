package film.finalsay.engine;

import film.finalsay.support.FinalSayTest;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;

/** On the demo's database. */
@FinalSayTest
class TaskListOnH2Test extends TaskListOnADatabase {

  TaskListOnH2Test(ProcessEngine engine, EngineTables index, DataSource source) {
    super(engine, index, source);
  }
}
