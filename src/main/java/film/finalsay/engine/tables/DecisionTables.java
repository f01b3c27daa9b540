package film.finalsay.engine.tables;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.AsProduct;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the deployed decision tables outside of a process. What is asked here is a question and not
 * a decision: it leaves nothing in the engine's history, and can be asked often.
 */
@Component
public class DecisionTables {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  private final RepositoryService repository;
  private final IdentityService identity;
  private final DmnEngine engine = ReasonsFromCells.besideTheEngine();
  private final Map<String, Table> read = new ConcurrentHashMap<>();

  /** One command asks for the same again and again; it may hang on the hour, so not for long. */
  private final Cache<List<Object>, Optional<Map<String, Object>>> said =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofSeconds(1)).build();

  private record Table(DmnDecision decision, Set<BigDecimal> figures) {}

  DecisionTables(@Lazy RepositoryService repository, @Lazy IdentityService identity) {
    this.repository = repository;
    this.identity = identity;
  }

  public int latestVersion(String table) {
    return AsProduct.get(identity, () -> found(table, query(table).latestVersion())).getVersion();
  }

  /**
   * @return what the one row says that applies; null if none does
   * @throws BusinessRuleException (conflict) if there is no such version, or more than one row
   *     applies
   */
  public Map<String, Object> ask(String table, int version, Map<String, Object> inputs) {
    return said.get(
            List.of(table, version, new HashMap<>(inputs)),
            first -> Optional.ofNullable(evaluate(table, version, inputs)))
        .orElse(null);
  }

  private Map<String, Object> evaluate(String table, int version, Map<String, Object> inputs) {
    DmnDecisionTableResult rows =
        engine.evaluateDecisionTable(table(table, version).decision(), inputs);
    if (rows.size() > 1) {
      throw BusinessRuleException.conflict(
          "%d rows of the table %s apply at once; one has to.", rows.size(), table);
    }
    return rows.isEmpty() ? null : rows.getSingleResult().getEntryMap();
  }

  /**
   * The figures that stand in the conditions of a table: its limits, of whatever they are limits.
   *
   * @throws BusinessRuleException (conflict) if there is no such version
   */
  public Set<BigDecimal> figures(String table, int version) {
    return table(table, version).figures();
  }

  /** A version that is deployed stays as it is. */
  private Table table(String table, int version) {
    return read.computeIfAbsent(table + " " + version, unread -> read(table, version));
  }

  private Table read(String table, int version) {
    return AsProduct.get(
        identity,
        () -> {
          DecisionDefinition definition =
              found(table, query(table).decisionDefinitionVersion(version));
          DmnModelInstance model = repository.getDmnModelInstance(definition.getId());
          return new Table(engine.parseDecision(table, model), figures(model));
        });
  }

  private static Set<BigDecimal> figures(DmnModelInstance model) {
    return model.getModelElementsByType(InputEntry.class).stream()
        .flatMap(cell -> NUMBER.matcher(cell.getTextContent()).results())
        .map(number -> new BigDecimal(number.group()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private DecisionDefinitionQuery query(String table) {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(table)
        .withoutTenantId();
  }

  private static DecisionDefinition found(String table, DecisionDefinitionQuery query) {
    DecisionDefinition definition = query.singleResult();
    if (definition == null) {
      throw BusinessRuleException.conflict("The table %s is not deployed in that version.", table);
    }
    return definition;
  }
}
