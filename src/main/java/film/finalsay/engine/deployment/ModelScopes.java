package film.finalsay.engine.deployment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For which films the processes, tables and forms that are deployed are. From the engine's tables,
 * because its API shows a person their own films' alone, and no forms.
 */
@Component
class ModelScopes {

  private static final Map<Class<?>, String> TABLES =
      Map.of(
          ProcessDefinitionEntity.class, "ACT_RE_PROCDEF",
          DecisionDefinitionEntity.class, "ACT_RE_DECISION_DEF",
          CamundaFormDefinitionEntity.class, "ACT_RE_CAMFORMDEF");

  private final JdbcClient jdbc;

  ModelScopes(@Lazy JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param films the ids of single films
   */
  record Scope(boolean allFilms, List<String> films) {}

  /** For whom a model of this id was deployed before. */
  Scope of(ResourceDefinitionEntity<?> model) {
    List<String> tenants =
        jdbc.sql(
                "select distinct TENANT_ID_ from %s where KEY_ = :key"
                    .formatted(TABLES.get(model.getClass())))
            .param("key", model.getKey())
            .query((row, number) -> row.getString(1))
            .list();
    return new Scope(
        tenants.contains(null), tenants.stream().filter(Objects::nonNull).sorted().toList());
  }
}
