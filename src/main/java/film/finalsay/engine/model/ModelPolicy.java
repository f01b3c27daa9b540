package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.PlainText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Element;

/**
 * Looks at everything that is to be deployed, over whichever API, before the engine does: what a
 * timer brings would run while the engine reads it. All that is wrong is told at once.
 */
final class ModelPolicy implements Deployer {

  private static final int MAX_PROBLEMS = 30;
  private static final int LONGEST_NAME = 255;

  /** The engine would fetch them, from wherever they are. */
  private static final Set<String> SCHEMAS = Set.of("schemaLocation", "noNamespaceSchemaLocation");

  private final ExpressionCheck expressions;
  private final DmnRules tables = new DmnRules();

  ModelPolicy(ModelBeans beans) {
    this.expressions = new ExpressionCheck(beans);
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    requireShort("deployment-name", deployment.getName());
    requireShort("deployment-source", deployment.getSource());
    deployment.getResources().keySet().forEach(file -> requireShort("file name", file));
    if ("".equals(deployment.getTenantId())) {
      deployment.setTenantId(null);
    }
    Collection<ResourceEntity> files = deployment.getResources().values();
    BpmnRules processes = new BpmnRules(expressions, forms(deployment));
    List<Problem> problems =
        files.stream().flatMap(file -> problems(file, processes).stream()).toList();
    if (!problems.isEmpty()) {
      throw BusinessRuleException.invalid(
          "deployment",
          problems.stream()
              .limit(MAX_PROBLEMS)
              .map(Problem::toString)
              .collect(Collectors.joining("\n")));
    }
  }

  private static void requireShort(String field, String text) {
    if (text != null && text.length() > LONGEST_NAME) {
      throw BusinessRuleException.invalid(field, "is longer than %d characters.", LONGEST_NAME);
    }
  }

  private List<Problem> problems(ResourceEntity file, BpmnRules processes) {
    Optional<String> flaw = PlainText.flawOfLine(file.getName());
    if (flaw.isPresent()) {
      String shown = PlainText.cleanedLine(file.getName());
      return List.of(new Problem(shown, "name", "has " + flaw.get()));
    }
    if (is(file, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)) {
      return inXml(file, processes::problems);
    }
    if (is(file, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
      return inXml(file, tables::problems);
    }
    if (isForm(file)) {
      return FormRules.problems(file.getName(), file.getBytes());
    }
    return List.of(
        new Problem(
            file.getName(), "file", "only processes, decision tables and forms are deployed"));
  }

  private static List<Problem> inXml(ResourceEntity file, Function<Element, List<String>> rules) {
    try {
      return XmlModel.read(file.getBytes())
          .elements()
          .flatMap(
              element ->
                  looked(element, rules)
                      .map(reason -> new Problem(file.getName(), XmlModel.id(element), reason)))
          .toList();
    } catch (XmlModel.Unreadable unreadable) {
      return List.of(new Problem(file.getName(), unreadable.place(), unreadable.getMessage()));
    }
  }

  /** Expressions are read by parsers that go down into each bracket. */
  private static Stream<String> looked(Element element, Function<Element, List<String>> rules) {
    try {
      return Stream.concat(
          rules.apply(element).stream(),
          XmlModel.attributes(element)
              .filter(attribute -> SCHEMAS.contains(attribute.getLocalName()))
              .map(schema -> "names a schema to be fetched; leave out " + schema.getName()));
    } catch (StackOverflowError tooDeep) {
      return Stream.of("nests more than can be read");
    }
  }

  private Predicate<String> forms(DeploymentEntity deployment) {
    Set<String> brought =
        deployment.getResources().values().stream()
            .filter(ModelPolicy::isForm)
            .flatMap(file -> FormRules.id(file.getBytes()).stream())
            .collect(Collectors.toSet());
    return form ->
        brought.contains(form)
            || isDeployed(form, null)
            || isDeployed(form, deployment.getTenantId());
  }

  private static boolean isDeployed(String form, String tenant) {
    return Context.getCommandContext()
            .getCamundaFormDefinitionManager()
            .findLatestDefinitionByKeyAndTenantId(form, tenant)
        != null;
  }

  private static boolean isForm(ResourceEntity file) {
    return is(file, CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES);
  }

  private static boolean is(ResourceEntity file, String[] suffixes) {
    return Stream.of(suffixes).anyMatch(file.getName()::endsWith);
  }

  /**
   * What is wrong with a model that is to be deployed.
   *
   * @param element the id of the element that is wrong, or where it is if it has none
   * @param reason in words that follow the element's id
   */
  record Problem(String file, String element, String reason) {

    @Override
    public String toString() {
      return "%s, %s: %s.".formatted(file, element, reason);
    }
  }
}
