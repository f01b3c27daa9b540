package film.finalsay.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * A manager of ours in the place of one of the engine's.
 *
 * @param ours makes one for each command
 */
public record InPlaceOf(Class<?> getSessionType, Supplier<? extends Session> ours)
    implements SessionFactory {

  @Override
  public Session openSession() {
    return ours.get();
  }
}
