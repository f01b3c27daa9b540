package film.finalsay.engine;

import film.finalsay.approval.TableWatch;
import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Has every decision table looked at while it is deployed, over whichever API: a table that is
 * refused was never deployed.
 */
final class CheckedTables implements Deployer {

  private final ObjectProvider<TableWatch> watches;

  CheckedTables(ObjectProvider<TableWatch> watches) {
    this.watches = watches;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (deployment.isNew()) {
      deployment.getResources().values().stream()
          .filter(resource -> isTable(resource.getName()))
          .forEach(this::check);
    }
  }

  private void check(ResourceEntity resource) {
    byte[] model = resource.getBytes();
    Dmn.readModelFromStream(new ByteArrayInputStream(model))
        .getModelElementsByType(Decision.class)
        .forEach(table -> watches.forEach(watch -> watch.requireSound(table.getId(), model)));
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
