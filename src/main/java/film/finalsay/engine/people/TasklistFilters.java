package film.finalsay.engine.people;

import film.finalsay.approval.Role;
import film.finalsay.engine.EngineSetup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The named lists in which people find their tasks in the Tasklist. */
@Component
@Order(3)
class TasklistFilters implements EngineSetup.Step {

  private static final List<Map<String, String>> SHOWN_ON_CARDS =
      List.of(
          Map.of("name", "subject", "label", "About"),
          Map.of("name", "approvalNumber", "label", "Number"),
          Map.of("name", "requestedBy", "label", "Asked by"));

  private final FilterService filters;
  private final TaskService tasks;
  private final Grants grants;

  TasklistFilters(FilterService filters, TaskService tasks, Grants grants) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  @Override
  public void ensure() {
    ensure(
        "Assigned to me",
        "What you have in hand, or got back to amend",
        1,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
        Arrays.stream(Role.values()).map(Role::id).toArray(String[]::new));
    for (Role role : Role.values()) {
      ensure(
          "For the " + role.title(),
          "What waits for the " + role.title(),
          0,
          waitingFor(role),
          role.id());
    }
    ensure(
        "All that is open",
        "Every open step, also those that others decide",
        9,
        tasks.createTaskQuery(),
        Role.CO_EXECUTIVE_PRODUCER.id(),
        Role.EXECUTIVE_PRODUCER.id());
  }

  /** A vote is that of one seat: the others' are not in the list. */
  private TaskQuery waitingFor(Role role) {
    TaskQuery query = tasks.createTaskQuery().taskCandidateGroup(role.id()).includeAssignedTasks();
    return role == Role.COMMITTEE_MEMBER ? query.taskAssigneeExpression("${currentUser()}") : query;
  }

  private void ensure(
      String name, String description, int priority, TaskQuery query, String... groups) {
    Filter filter =
        filters.createTaskFilterQuery().filterName(name).list().stream().findFirst().orElse(null);
    if (filter == null) {
      filter = filters.newTaskFilter(name);
      filter.setProperties(
          Map.of(
              "description", description,
              "priority", priority,
              "refresh", true,
              "variables", SHOWN_ON_CARDS));
      filter.setQuery(query);
      filters.saveFilter(filter);
    }
    for (String group : groups) {
      grants.grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
    }
  }
}
