package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.EngineParts;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormValidators;
import org.camunda.bpm.engine.impl.form.validator.MaxLengthValidator;
import org.camunda.bpm.engine.impl.form.validator.MaxValidator;
import org.camunda.bpm.engine.impl.form.validator.MinLengthValidator;
import org.camunda.bpm.engine.impl.form.validator.MinValidator;
import org.camunda.bpm.engine.impl.form.validator.ReadOnlyValidator;
import org.camunda.bpm.engine.impl.form.validator.RequiredValidator;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps every model to what it is given: when it is deployed, and when it runs. There is no public
 * way to either.
 */
@Component
@Order(2)
class ModelGuard extends AbstractProcessEnginePlugin {

  private final BeanFactory beans;

  ModelGuard(BeanFactory beans) {
    this.beans = beans;
  }

  /**
   * Before the engine is built, when it would make an expression manager that reaches all beans.
   */
  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ModelBeans forModels = new ModelBeans(beans);
    engine.setExpressionManager(new ModelExpressions(forModels));
    engine.setScriptEngineResolver(new NoScripts());
    engine.setArtifactFactory(new NoClasses());
    engine.setFormValidators(new NoFieldCode());
    engine.setDmnEngineConfiguration(FeelTables.ofProcesses());
    engine.setCustomPreVariableSerializers(new ArrayList<>(List.of(new PlainVariables())));
    engine.setBusinessCalendarManager(TimerRules.calendars());
    // the schemas of the engine itself, which name each other as files; none from elsewhere
    System.setProperty("javax.xml.accessExternalSchema", "file,nested");
    EngineParts.listeners(engine, new CallDepth());
    EngineParts.add(
        engine::getCustomPreDeployers, engine::setCustomPreDeployers, new ModelPolicy(forModels));
  }

  /**
   * Makes nothing of a class that a model names; also not of one deployed before it was refused.
   */
  private static final class NoClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> named) {
      throw BusinessRuleException.conflict(
          "The process names the class %s; a model may name none.", named.getName());
    }
  }

  /** The engine's own checks of a form field, and none by a class that a model names. */
  private static final class NoFieldCode extends FormValidators {

    NoFieldCode() {
      addValidator("min", MinValidator.class);
      addValidator("max", MaxValidator.class);
      addValidator("minlength", MinLengthValidator.class);
      addValidator("maxlength", MaxLengthValidator.class);
      addValidator("required", RequiredValidator.class);
      addValidator("readonly", ReadOnlyValidator.class);
    }

    @Override
    public FormFieldValidator createValidator(
        Element constraint, BpmnParse parse, ExpressionManager expressions) {
      if (!"validator".equals(constraint.attribute("name"))) {
        return super.createValidator(constraint, parse, expressions);
      }
      return (value, context) -> {
        throw BusinessRuleException.conflict(
            "The form has a field checked by code; a model brings none.");
      };
    }
  }

  /** Ends processes that call each other, or themselves, without end. */
  private static final class CallDepth extends AbstractBpmnParseListener {

    private static final int DEEPEST = 10;

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
      definition.addBuiltInListener(
          ExecutionListener.EVENTNAME_START, (ExecutionListener) CallDepth::check);
    }

    private static void check(DelegateExecution started) {
      int depth = 0;
      DelegateExecution caller = started.getProcessInstance().getSuperExecution();
      for (; caller != null; caller = caller.getProcessInstance().getSuperExecution()) {
        depth++;
      }
      if (depth > DEEPEST) {
        throw BusinessRuleException.conflict(
            "Processes call each other more than %d deep; one calls itself again and again.",
            DEEPEST);
      }
    }
  }
}
