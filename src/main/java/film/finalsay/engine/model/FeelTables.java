package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Reads decision tables, in FEEL that reaches plain values. */
public final class FeelTables {

  private FeelTables() {}

  /** For the tables that are asked beside the process engine: in no other language. */
  public static DefaultDmnEngineConfiguration configuration() {
    return (DefaultDmnEngineConfiguration)
        ofProcesses()
            .scriptEngineResolver(new NoScripts())
            .elProvider(
                expression -> {
                  throw BusinessRuleException.conflict(
                      "The table asks for \"%s\", not FEEL.", expression);
                });
  }

  /** For the tables that processes ask; the process engine adds what else it guards. */
  static DefaultDmnEngineConfiguration ofProcesses() {
    DefaultDmnEngineConfiguration engine = new DefaultDmnEngineConfiguration();
    engine.setFeelEngineFactory(PlainFeel::new);
    return engine;
  }
}
