package film.finalsay.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.Teams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;

/** The people of a film acting on one process in the engine, each logged in as themselves. */
public final class Cast {

  private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*([a-zA-Z]+)\\s*}}");

  private static final Pattern HIDDEN = Pattern.compile("^=([a-zA-Z]+) = null or ");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of what every step shows, what only some have anything for. */
  private static final Set<String> SHOWN_IF_THERE = Set.of("consentsText", "silenceBecause");

  private static final Pattern FIELD = Pattern.compile("cam-variable-name=\"([a-zA-Z]+)\"");

  private final ProcessEngine engine;
  private final Teams teams;
  private ProcessInstance process;

  public Cast(ProcessEngine engine, Teams teams) {
    this.teams = teams;
    this.engine = engine;
    BpmnAwareTests.init(engine);
  }

  public ProcessInstance starts(String person, String processId, Map<String, Object> variables) {
    as(
        person,
        () -> process = engine.getRuntimeService().startProcessInstanceByKey(processId, variables));
    return process;
  }

  public Cast answers(String person, String step, String decision) {
    return answers(person, step, Map.of("decision", decision, "comment", "because"));
  }

  public Cast answers(String person, String step, Map<String, Object> variables) {
    Task task = taskAt(step);
    assertThatItsFormShowsOnlyWhatIsThere(task);
    as(person, () -> engine.getTaskService().complete(task.getId(), variables));
    return this;
  }

  /** The task that is open for a group, also in a process that this one calls. */
  public Task taskFor(String group) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceIdIn(processes())
        .taskCandidateGroup(group)
        .singleResult();
  }

  /** The processes of this id that the process calls at this moment. */
  public List<ProcessInstance> called(String processId) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .superProcessInstanceId(process.getId())
        .processDefinitionKey(processId)
        .list();
  }

  /** The steps that somebody is asked at, also in what the process calls. */
  public Set<String> openSteps() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceIdIn(processes())
        .list()
        .stream()
        .map(Task::getTaskDefinitionKey)
        .collect(Collectors.toSet());
  }

  /** What is behind the process, also in what it has called. */
  public Set<String> passed() {
    return Arrays.stream(processes())
        .flatMap(
            id ->
                engine
                    .getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(id)
                    .finished()
                    .list()
                    .stream())
        .map(HistoricActivityInstance::getActivityId)
        .collect(Collectors.toSet());
  }

  /** The process, and those that it has called. */
  private String[] processes() {
    return engine
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .rootProcessInstanceId(process.getId())
        .list()
        .stream()
        .map(HistoricProcessInstance::getId)
        .toArray(String[]::new);
  }

  public Task taskAt(String step) {
    List<Task> tasks =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceIdIn(processes())
            .taskDefinitionKey(step)
            .list();
    assertThat(tasks).as("open tasks at %s", step).isNotEmpty();
    return tasks.get(0);
  }

  /** Lets the deadline of the one waiting timer pass. */
  public void deadlinePasses() {
    String job =
        engine
            .getManagementService()
            .createJobQuery()
            .tenantIdIn(process.getTenantId())
            .timers()
            .singleResult()
            .getId();
    engine.getManagementService().executeJob(job);
  }

  /** Lets the time of one waiting timer pass, of the boundary event that it is. */
  public void timePasses(String boundaryEvent) {
    String job =
        engine
            .getManagementService()
            .createJobQuery()
            .tenantIdIn(process.getTenantId())
            .activityId(boundaryEvent)
            .list()
            .get(0)
            .getId();
    engine.getManagementService().executeJob(job);
  }

  /** Answers the one of several tasks at a step that is assigned to this person. */
  public Cast answersOwn(String person, String step, String decision, String comment) {
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceIdIn(processes())
            .taskDefinitionKey(step)
            .taskAssignee(person)
            .singleResult();
    assertThat(task).as("%s of %s", step, person).isNotNull();
    assertThatItsFormShowsOnlyWhatIsThere(task);
    as(
        person,
        () ->
            engine
                .getTaskService()
                .complete(task.getId(), Map.of("decision", decision, "comment", comment)));
    return this;
  }

  /** The texts that a task's form is filled with. */
  public Map<String, Object> briefing(String step) {
    return engine.getFormService().getTaskFormVariables(taskAt(step).getId());
  }

  private void assertThatItsFormShowsOnlyWhatIsThere(Task task) {
    Map<String, Object> variables = engine.getFormService().getTaskFormVariables(task.getId());
    TaskFormData form = engine.getFormService().getTaskFormData(task.getId());
    try {
      Set<String> shown =
          form.getCamundaFormRef() == null
              ? names(FIELD, Path.of(form.getFormKey().replace("embedded:/", "")))
              : shown(composed(task), variables);
      shown.removeAll(SHOWN_IF_THERE);
      assertThat(variables.keySet())
          .as("variables for the form of %s", task.getTaskDefinitionKey())
          .containsAll(shown);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String composed(Task task) throws IOException {
    try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
      return new String(form.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The texts of what the form shows: what is hidden without its text shows none. */
  private static Set<String> shown(String form, Map<String, Object> variables) throws IOException {
    Set<String> shown = new TreeSet<>();
    for (JsonNode component : JSON.readTree(form).path("components")) {
      Matcher hidden = HIDDEN.matcher(component.path("conditional").path("hide").asText());
      if (!hidden.find() || variables.get(hidden.group(1)) != null) {
        shown.addAll(names(SHOWN, component.toString()));
      }
    }
    return shown;
  }

  private static Set<String> names(Pattern pattern, Path file) throws IOException {
    return names(pattern, Files.readString(file));
  }

  private static Set<String> names(Pattern pattern, String form) {
    return pattern
        .matcher(form)
        .results()
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Does something in the engine as a person would: logged in, in their groups. */
  public void as(String person, Runnable work) {
    try {
      engine
          .getIdentityService()
          .setAuthentication(
              person,
              engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                  .map(Group::getId)
                  .toList(),
              teams.filmsOf(person));
      work.run();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** A map that, unlike {@link Map#of}, is made from a ready one with some entries replaced. */
  public static Map<String, Object> with(Map<String, Object> base, Map<String, Object> changes) {
    Map<String, Object> result = new HashMap<>(base);
    result.putAll(changes);
    return result;
  }
}
