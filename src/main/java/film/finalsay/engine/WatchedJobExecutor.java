package film.finalsay.engine;

import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * The engine's own, which can be asked whether it still looks for jobs: an error ends the thread in
 * which it does, and it goes on to call itself active.
 */
class WatchedJobExecutor extends SpringJobExecutor {

  boolean looksForJobs() {
    Thread looking = jobAcquisitionThread;
    return isActive() && looking != null && looking.isAlive();
  }
}
