package film.finalsay.engine.deployment;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Teams;
import film.finalsay.engine.deployment.ModelScopes.Scope;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;

/**
 * Has every model be for all films or for one that there is, and each id for the one or the other
 * alone: of two models of one id the engine could not say which is meant. What the product ships is
 * for all films.
 */
record ModelsOfFilms(ModelScopes scopes, Teams films) implements Deployer {

  private static final String TENANT = "tenant-id";

  @Override
  public void deploy(DeploymentEntity deployment) {
    boolean byThisProduct = Context.getCommandContext().getAuthenticatedUserId() == null;
    if (!deployment.isNew() || byThisProduct) {
      return;
    }
    if (ModelDeployment.NAME.equals(deployment.getSource())) {
      throw invalid("deployment-source", "\"%s\" is the product itself.", ModelDeployment.NAME);
    }
    String film = deployment.getTenantId();
    if (film != null && !films.isFilm(film)) {
      throw invalid(TENANT, "there is no film \"%s\".", film);
    }
    in(deployment).forEach(model -> requireNotForOthers(model, film));
  }

  /** The processes, tables and forms of a deployment. */
  static Stream<ResourceDefinitionEntity<?>> in(DeploymentEntity deployment) {
    return Stream.of(
            ProcessDefinitionEntity.class,
            DecisionDefinitionEntity.class,
            CamundaFormDefinitionEntity.class)
        .map(deployment::getDeployedArtifacts)
        .filter(Objects::nonNull)
        .flatMap(models -> models.stream().map(model -> (ResourceDefinitionEntity<?>) model));
  }

  private void requireNotForOthers(ResourceDefinitionEntity<?> model, String film) {
    Scope before = scopes.of(model);
    if (film != null && before.allFilms()) {
      throw invalid(TENANT, "\"%s\" is for all films; leave it empty.", model.getKey());
    }
    boolean forOthers =
        !before.allFilms() && before.films().stream().anyMatch(f -> !f.equals(film));
    if (forOthers) {
      throw invalid(
          TENANT,
          "\"%s\" is for %s alone; take another id for other films.",
          model.getKey(),
          String.join(" and ", before.films()));
    }
  }
}
