package film.finalsay.engine.model;

import film.finalsay.approval.Refusal;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Reads decision tables beside the process engine, in FEEL and no other language. */
public final class FeelTables {

  private FeelTables() {}

  public static DefaultDmnEngineConfiguration configuration() {
    return (DefaultDmnEngineConfiguration)
        new DefaultDmnEngineConfiguration()
            .scriptEngineResolver(new NoScripts())
            .elProvider(
                expression -> {
                  throw Refusal.conflict(
                      "The table asks for \"%s\", not FEEL.".formatted(expression));
                });
  }
}
