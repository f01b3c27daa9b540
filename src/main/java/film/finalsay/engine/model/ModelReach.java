package film.finalsay.engine.model;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.joda.time.DateTime;

/**
 * What an expression of a model may call, and on what. A step and a task can be read; nothing here
 * leads from a value to the engine, to a class, or to anything that changes; and no call makes a
 * text that is longer than what it is called on.
 */
final class ModelReach {

  static final Set<String> FUNCTIONS =
      Set.of("now", "dateTime", "currentUser", "currentUserGroups");

  private static final Map<Class<?>, Set<String>> CALLS =
      Map.ofEntries(
          calls(
              String.class,
              "length isEmpty isBlank strip trim toUpperCase toLowerCase substring indexOf contains"
                  + " startsWith endsWith equals equalsIgnoreCase"),
          calls(Number.class, "intValue longValue doubleValue compareTo equals"),
          calls(Boolean.class, "booleanValue equals"),
          calls(Date.class, "getTime before after compareTo equals"),
          // what dateTime() gives
          calls(
              DateTime.class,
              "plusMinutes plusHours plusDays plusWeeks plusMonths minusMinutes minusHours minusDays"
                  + " minusWeeks minusMonths withTimeAtStartOfDay isBefore isAfter getDayOfWeek"
                  + " toDate toString"),
          calls(Collection.class, "size isEmpty contains get indexOf"),
          calls(Map.class, "size isEmpty containsKey get keySet values"),
          calls(
              DmnDecisionResult.class,
              "getSingleResult getFirstResult collectEntries getSingleEntry"),
          calls(DmnDecisionResultEntries.class, "getEntry getSingleEntry getFirstEntry"),
          calls(GroupList.class, "in"),
          calls(
              VariableScope.class,
              "getVariable getVariableLocal hasVariable hasVariableLocal getVariableNames"),
          calls(
              DelegateExecution.class,
              "getId getProcessInstanceId getProcessDefinitionId getBusinessKey"
                  + " getProcessBusinessKey getCurrentActivityId getCurrentActivityName getEventName"
                  + " getTenantId"),
          calls(
              DelegateTask.class,
              "getId getName getDescription getTaskDefinitionKey getProcessInstanceId"
                  + " getProcessDefinitionId getExecutionId getAssignee getPriority getCreateTime"
                  + " getDueDate getFollowUpDate getEventName getTenantId"));

  private ModelReach() {}

  static boolean mayCall(Class<?> type, String method) {
    return CALLS.entrySet().stream()
        .anyMatch(
            entry -> entry.getKey().isAssignableFrom(type) && entry.getValue().contains(method));
  }

  static boolean mayRead(Class<?> type, String property) {
    return getters(property).stream().anyMatch(getter -> mayCall(type, getter));
  }

  /** Of a value that is known only once the process runs. */
  static boolean mayBeCalled(String method) {
    return CALLS.values().stream().anyMatch(names -> names.contains(method));
  }

  private static Map.Entry<Class<?>, Set<String>> calls(Class<?> type, String names) {
    return Map.entry(type, Set.of(names.split(" ")));
  }

  private static List<String> getters(String property) {
    if (property.isEmpty()) {
      return List.of();
    }
    String name = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    return List.of("get" + name, "is" + name);
  }
}
