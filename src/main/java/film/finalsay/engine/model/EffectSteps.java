package film.finalsay.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Map<String, String> values = new HashMap<>();
    Stream.ofNullable(serviceTask.element("extensionElements"))
        .flatMap(extensions -> extensions.elementsNS(CAMUNDA, "properties").stream())
        .flatMap(properties -> properties.elementsNS(CAMUNDA, "property").stream())
        .forEach(value -> values.put(value.attribute("name"), value.attribute("value")));
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
   * @throws film.finalsay.approval.BusinessRuleException if it could not take an effect
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

  /** Those of a step in a file. */
  static Map<String, String> values(org.w3c.dom.Element step) {
    Map<String, String> values = new HashMap<>();
    Stream.of(step)
        .filter(is -> "serviceTask".equals(is.getLocalName()))
        .flatMap(XmlModel::children)
        .filter(is -> "extensionElements".equals(is.getLocalName()))
        .flatMap(XmlModel::children)
        .filter(is -> "properties".equals(is.getLocalName()))
        .flatMap(XmlModel::children)
        .forEach(value -> values.put(value.getAttribute("name"), value.getAttribute("value")));
    return values;
  }
}
