package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.impl.spi.el.DmnScriptEngineResolver;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;

/** Runs no script, in whatever language, of a process or of a table. */
final class NoScripts extends DefaultScriptEngineResolver implements DmnScriptEngineResolver {

  NoScripts() {
    super(new ScriptEngineManager());
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean fromCache) {
    throw BusinessRuleException.conflict("The model has a script in %s; none is run.", language);
  }

  @Override
  public ScriptEngine getScriptEngineForLanguage(String language) {
    return getScriptEngine(language, false);
  }
}
