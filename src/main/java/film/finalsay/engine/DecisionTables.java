package film.finalsay.engine;

import film.finalsay.approval.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the deployed decision tables outside of a process. What is asked here is a question and not
 * a decision: it leaves nothing in the engine's history, and can be asked often.
 */
@Component
public class DecisionTables {

  private final RepositoryService repository;
  private final IdentityService identity;
  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final Map<String, DmnDecision> read = new ConcurrentHashMap<>();

  DecisionTables(@Lazy RepositoryService repository, @Lazy IdentityService identity) {
    this.repository = repository;
    this.identity = identity;
  }

  public int latestVersion(String table) {
    return AsProduct.get(identity, () -> found(table, query(table).latestVersion())).getVersion();
  }

  /**
   * @return what the one row says that applies; null if none does
   * @throws Refusal (conflict) if there is no such version, or more than one row applies
   */
  public Map<String, Object> ask(String table, int version, Map<String, Object> inputs) {
    DmnDecision decision =
        read.computeIfAbsent(table + " " + version, unread -> read(table, version));
    DmnDecisionTableResult rows = engine.evaluateDecisionTable(decision, inputs);
    if (rows.size() > 1) {
      throw Refusal.conflict(
          "%d rows of the table %s apply at once; one has to.".formatted(rows.size(), table));
    }
    return rows.isEmpty() ? null : rows.getSingleResult().getEntryMap();
  }

  /** A version that is deployed stays as it is. */
  private DmnDecision read(String table, int version) {
    return AsProduct.get(
        identity,
        () -> {
          DecisionDefinition definition =
              found(table, query(table).decisionDefinitionVersion(version));
          try (InputStream model = repository.getDecisionModel(definition.getId())) {
            return engine.parseDecision(table, model);
          } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
          }
        });
  }

  private DecisionDefinitionQuery query(String table) {
    return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table);
  }

  private static DecisionDefinition found(String table, DecisionDefinitionQuery query) {
    DecisionDefinition definition = query.singleResult();
    if (definition == null) {
      throw Refusal.conflict("The table %s is not deployed in that version.".formatted(table));
    }
    return definition;
  }
}
