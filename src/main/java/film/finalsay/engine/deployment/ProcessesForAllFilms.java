package film.finalsay.engine.deployment;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Finds the process that is for all films also where one of a single film calls it; the engine
 * would look for that film's own alone.
 */
final class ProcessesForAllFilms extends ProcessDefinitionManager {

  @Override
  public ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String film) {
    ProcessDefinitionEntity forAll = super.findLatestDefinitionByKeyAndTenantId(key, null);
    return forAll == null ? super.findLatestDefinitionByKeyAndTenantId(key, film) : forAll;
  }
}
