package film.finalsay.engine;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Everything the engine needs before the first request: models, groups, rights, lists. Repeatable.
 */
@Component
public class EngineSetup {

  /** One thing that it needs, at its place among them. */
  public interface Step {

    void ensure();
  }

  private final List<Step> steps;

  EngineSetup(List<Step> steps) {
    this.steps = steps;
  }

  public void run() {
    steps.forEach(Step::ensure);
  }
}
