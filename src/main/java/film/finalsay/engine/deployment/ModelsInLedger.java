package film.finalsay.engine.deployment;

import film.finalsay.approval.Fingerprint;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/** Enters every file that is deployed, over whichever API, in the company's ledger. */
record ModelsInLedger(Ledger ledger) implements Deployer {

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (deployment.isNew()) {
      String person = Context.getCommandContext().getAuthenticatedUserId();
      new TreeMap<>(deployment.getResources())
          .values()
          .forEach(file -> ledger.append(Ledger.COMPANY, event(deployment, file).by(person, null)));
    }
  }

  private static Event event(DeploymentEntity deployment, ResourceEntity file) {
    return Event.of(Happening.MODEL_DEPLOYED)
        .with("deployment", deployment.getId())
        .with("name", deployment.getName())
        .with("film", deployment.getTenantId())
        .with("file", file.getName())
        .with("sha256", Fingerprint.of(file.getBytes()))
        .with("versions", versions(deployment, file.getName()));
  }

  /** What the file defines: {@code budget-change 3}; null if nothing, as a picture. */
  private static String versions(DeploymentEntity deployment, String file) {
    String versions =
        ModelsOfFilms.in(deployment)
            .filter(model -> file.equals(model.getResourceName()))
            .map(model -> model.getKey() + " " + model.getVersion())
            .sorted()
            .collect(Collectors.joining(", "));
    return versions.isEmpty() ? null : versions;
  }
}
