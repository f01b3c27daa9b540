package film.finalsay.engine.deployment;

import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;

/**
 * Finds the form that is for all films also where one of the same id is there for a single film, as
 * a version before allowed; the engine would open neither.
 */
final class FormsForAllFilms extends CamundaFormDefinitionManager {

  @Override
  public CamundaFormDefinitionEntity findLatestDefinitionByKey(String key) {
    CamundaFormDefinitionEntity forAll = findLatestDefinitionByKeyAndTenantId(key, null);
    return forAll == null ? super.findLatestDefinitionByKey(key) : forAll;
  }
}
