package film.finalsay.engine.guard;

import film.finalsay.approval.DecisionDesk;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives an answer another try that lost a race against an answer at another step of the same
 * process. That is safe: the lost one left nothing behind, and if its own task is gone by now, it
 * is told so. What it answers on is held before the engine reads it then, so that of twenty at once
 * each waits its turn. There is no public way to repeat a command.
 */
final class RetriedAnswers extends CommandInterceptor {

  private static final int TRIES = 4;
  private static final long PAUSE_MILLIS = 15;
  private static final Set<Class<?>> SAFE = Set.of(SentAnswer.class, ClaimTaskCmd.class);

  /** The process on which this thread's command answers, once the guard has seen it. */
  private static final ThreadLocal<String> ANSWERED_ON = new ThreadLocal<>();

  private final ProcessEngineConfigurationImpl engine;
  private final DecisionDesk desk;

  RetriedAnswers(ProcessEngineConfigurationImpl engine, DecisionDesk desk) {
    this.engine = engine;
    this.desk = desk;
  }

  static void answering(String processInstanceId) {
    ANSWERED_ON.set(processInstanceId);
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!SAFE.contains(command.getClass()) || isPartOfSomethingLarger()) {
      return next.execute(command);
    }
    ANSWERED_ON.remove();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return tried(command);
        } catch (OptimisticLockingException lostRace) {
          if (attempt == TRIES) {
            throw lostRace;
          }
          pause(attempt, lostRace);
        }
      }
    } finally {
      ANSWERED_ON.remove();
    }
  }

  private <T> T tried(Command<T> command) {
    String process = ANSWERED_ON.get();
    if (process == null) {
      return next.execute(command);
    }
    return new TransactionTemplate(
            ((SpringProcessEngineConfiguration) engine).getTransactionManager())
        .execute(
            held -> {
              desk.hold(process);
              return next.execute(command);
            });
  }

  /** Then the larger thing is lost with it, and only its caller can try again. */
  private static boolean isPartOfSomethingLarger() {
    return Context.getCommandContext() != null
        || TransactionSynchronizationManager.isActualTransactionActive();
  }

  private static void pause(int attempt, OptimisticLockingException lostRace) {
    try {
      Thread.sleep(attempt * PAUSE_MILLIS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw lostRace;
    }
  }
}
