package film.finalsay.engine;

import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives an answer another try that lost a race against an answer at another step of the same
 * process. That is safe: the lost one left nothing behind, and if its own task is gone by now, it
 * is told so. There is no public way to repeat a command.
 */
final class RetriedAnswers extends CommandInterceptor {

  private static final int TRIES = 4;
  private static final long PAUSE_MILLIS = 15;
  private static final Set<Class<?>> SAFE =
      Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class, ClaimTaskCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    if (!SAFE.contains(command.getClass()) || isPartOfSomethingLarger()) {
      return next.execute(command);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return next.execute(command);
      } catch (OptimisticLockingException lostRace) {
        if (attempt == TRIES) {
          throw lostRace;
        }
        pause(attempt, lostRace);
      }
    }
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
