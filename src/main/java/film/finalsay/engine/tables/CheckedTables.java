package film.finalsay.engine.tables;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.TableWatch;
import film.finalsay.engine.deployment.ModelDeployment;
import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Has every decision table looked at while it is deployed, over whichever API: a table that is
 * refused was never deployed. Only what the product itself deploys as the build has tried it is not
 * tried again, for that takes seconds of its first start.
 */
final class CheckedTables implements Deployer {

  private final TriedTables tried = new TriedTables();
  private final ObjectProvider<TableWatch> watches;

  CheckedTables(ObjectProvider<TableWatch> watches) {
    this.watches = watches;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (deployment.isNew()) {
      deployment.getResources().values().stream()
          .filter(resource -> isTable(resource.getName()))
          .map(ResourceEntity::getBytes)
          .filter(table -> !(isOurs(deployment) && tried.include(table)))
          .forEach(this::check);
    }
  }

  /**
   * Nobody else may deploy by this name, see {@link film.finalsay.engine.deployment.ModelsOfFilms}.
   */
  private static boolean isOurs(DeploymentEntity deployment) {
    return ModelDeployment.NAME.equals(deployment.getSource());
  }

  void check(byte[] model) {
    DmnModelInstance read = Dmn.readModelFromStream(new ByteArrayInputStream(model));
    read.getModelElementsByType(Decision.class)
        .forEach(table -> watches.forEach(watch -> watch.requireSound(table.getId(), model)));
    read.getModelElementsByType(Rule.class).forEach(CheckedTables::requireItsFigures);
  }

  /**
   * @throws BusinessRuleException (invalid) naming the row, if its reason asks for a figure that it
   *     does not have
   */
  private static void requireItsFigures(Rule row) {
    new RowReasons(row)
        .unfillable()
        .ifPresent(
            placeholder -> {
              throw BusinessRuleException.invalid(
                  row.getParentElement().getParentElement().getAttributeValue("id"),
                  "the reason in the row \"%s\" has %s, for which the row has no figure; {share} is for a cell with one figure, {lower share} and {upper share} for a range.",
                  TableProbe.description(row),
                  placeholder);
            });
  }

  private static boolean isTable(String name) {
    for (String suffix : DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES) {
      if (name.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }
}
