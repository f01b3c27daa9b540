package film.finalsay.engine.model;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.DrawnEffect;
import film.finalsay.engine.form.ModelProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The steps of drawn processes that do something, with the fixed values that the model gives. */
public final class EffectSteps {

  private static final String HELD = EffectSteps.class.getName();
  private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;
  private static final Pattern NAMED = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

  private final ModelBeans beans;

  public EffectSteps(BeanFactory beans) {
    this.beans = new ModelBeans(beans);
  }

  private record Step(String bean, Map<String, String> values) {}

  /**
   * Notes a step as its model is parsed; what stands behind its name is found when it is asked.
   *
   * @param isFiledWhole whether its process is filed as it starts, so that it can be looked at then
   */
  public void hold(Element serviceTask, ActivityImpl activity, boolean isFiledWhole) {
    Map<String, String> values = ModelProperties.all(serviceTask);
    activity.setProperty(HELD, values);
    Matcher named =
        NAMED.matcher(String.valueOf(serviceTask.attributeNS(CAMUNDA, "delegateExpression")));
    if (isFiledWhole && named.matches()) {
      List<Step> steps = new ArrayList<>(steps(activity.getProcessDefinition()));
      steps.add(new Step(named.group(1), values));
      activity.getProcessDefinition().setProperty(HELD, steps);
    }
  }

  /**
   * Looks at what a process asks for, which is on file.
   *
   * @throws BusinessRuleException if it could not take an effect
   */
  public void require(ExecutionEntity process) {
    for (Step step : steps(process.getProcessDefinition())) {
      beans.effect(step.bean()).ifPresent(effect -> effect.require(process.getId(), step.values()));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Step> steps(CoreModelElement process) {
    return Optional.ofNullable((List<Step>) process.getProperty(HELD)).orElse(List.of());
  }

  /** Those of the step at which a process is. */
  @SuppressWarnings("unchecked")
  static Map<String, String> values(DelegateExecution execution) {
    Object held = ((ExecutionEntity) execution).getActivity().getProperty(HELD);
    return held == null ? Map.of() : (Map<String, String>) held;
  }

  /** What is wrong with a step of a file that is to take an effect, in words that follow its id. */
  static List<String> problems(DrawnEffect effect, org.w3c.dom.Element step) {
    if (!"serviceTask".equals(step.getLocalName())) {
      return List.of("takes an effect, which only a service task does");
    }
    Map<String, String> values = new HashMap<>();
    within(step, "extensionElements", step.getNamespaceURI()::equals)
        .flatMap(extensions -> within(extensions, "properties", BpmnRules::isEngines))
        .flatMap(properties -> within(properties, "property", BpmnRules::isEngines))
        .filter(value -> value.hasAttribute("value"))
        .forEach(
            value -> values.putIfAbsent(value.getAttribute("name"), value.getAttribute("value")));
    return effect.problems(values);
  }

  private static Stream<org.w3c.dom.Element> within(
      org.w3c.dom.Element outer, String name, Predicate<String> namespace) {
    return XmlModel.children(outer)
        .filter(is -> name.equals(is.getLocalName()) && namespace.test(is.getNamespaceURI()));
  }

  /**
   * Once for each answer: what goes round over an effect without waiting for anybody goes round for
   * ever, and holds the film meanwhile.
   *
   * @throws BusinessRuleException (conflict) if the step has taken effect in this transaction
   */
  @SuppressWarnings("unchecked")
  static void requireOnce(DelegateExecution step) {
    Set<String> taken = (Set<String>) TransactionSynchronizationManager.getResource(HELD);
    if (taken == null) {
      taken = new HashSet<>();
      TransactionSynchronizationManager.bindResource(HELD, taken);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              TransactionSynchronizationManager.unbindResourceIfPossible(HELD);
            }
          });
    }
    if (!taken.add(step.getProcessInstanceId() + step.getCurrentActivityId())) {
      throw conflict(
          "%s has taken effect already, and takes none again for the same answer.",
          step.getCurrentActivityId());
    }
  }
}
