package film.finalsay.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every place where a process can hold an expression; each names its element {@code x}. */
final class Places {

  private static final String EXPRESSION = "EXPRESSION";

  private static final String PROCESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:old="http://activiti.org/bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="drawn">
        %s
        <bpmn:process id="called" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="called_start" />
        </bpmn:process>
      </bpmn:definitions>
      """;

  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    task("service task", "serviceTask", "camunda:expression='EXPRESSION'", "");
    task("service task, by the old name", "serviceTask", "old:expression='EXPRESSION'", "");
    task("step of a service task", "serviceTask", "camunda:delegateExpression='EXPRESSION'", "");
    task("send task", "sendTask", "camunda:expression='EXPRESSION'", "");
    task("decision", "businessRuleTask", "camunda:decisionRef='EXPRESSION'", "");
    task("called process", "callActivity", "calledElement='EXPRESSION'", "");
    task("assignee", "userTask", asked("camunda:assignee='EXPRESSION'"), "");
    task("candidate group", "userTask", "camunda:candidateGroups='EXPRESSION'", "");
    task("candidate user", "userTask", asked("camunda:candidateUsers='EXPRESSION'"), "");
    task("name of a task", "userTask", asked("name='Decide EXPRESSION'"), "");
    task("due date", "userTask", asked("camunda:dueDate='EXPRESSION'"), "");
    task("follow-up date", "userTask", asked("camunda:followUpDate='EXPRESSION'"), "");
    task("priority of a task", "userTask", asked("camunda:priority='EXPRESSION'"), "");
    task(
        "text of a task",
        "userTask",
        asked(""),
        "<bpmn:documentation>EXPRESSION</bpmn:documentation>");
    task(
        "potential owner",
        "userTask",
        "",
        "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>"
            + "group(EXPRESSION)</bpmn:formalExpression></bpmn:resourceAssignmentExpression>"
            + "</bpmn:potentialOwner>");
    task(
        "priority of a job",
        "serviceTask",
        "camunda:asyncBefore='true' camunda:jobPriority='EXPRESSION'"
            + " camunda:delegateExpression='${step}'",
        "");
    for (String scope : new String[] {"execution", "task"}) {
      task(
          scope + " listener",
          "userTask",
          asked(""),
          extension(
              "<camunda:%sListener event='%s' expression='EXPRESSION'/>"
                  .formatted(scope, "task".equals(scope) ? "create" : "start")));
      task(
          "step of a " + scope + " listener",
          "userTask",
          asked(""),
          extension(
              "<camunda:%sListener event='%s' delegateExpression='EXPRESSION'/>"
                  .formatted(scope, "task".equals(scope) ? "create" : "start")));
    }
    task(
        "timeout of a task",
        "userTask",
        asked(""),
        extension(
            "<camunda:taskListener event='timeout' id='late' expression='${now()}'>"
                + "<bpmn:timerEventDefinition><bpmn:timeDate>EXPRESSION</bpmn:timeDate>"
                + "</bpmn:timerEventDefinition></camunda:taskListener>"));
    mapping("input", "<camunda:inputParameter name='a'>EXPRESSION</camunda:inputParameter>");
    mapping("output", "<camunda:outputParameter name='a'>EXPRESSION</camunda:outputParameter>");
    mapping(
        "list in an input",
        "<camunda:inputParameter name='a'><camunda:list><camunda:value>EXPRESSION</camunda:value>"
            + "</camunda:list></camunda:inputParameter>");
    mapping(
        "map in an input",
        "<camunda:inputParameter name='a'><camunda:map><camunda:entry key='k'>EXPRESSION"
            + "</camunda:entry></camunda:map></camunda:inputParameter>");
    mapping(
        "key of a map in an input",
        "<camunda:inputParameter name='a'><camunda:map><camunda:entry key='EXPRESSION'>v"
            + "</camunda:entry></camunda:map></camunda:inputParameter>");
    task(
        "what a called process gets",
        "callActivity",
        "calledElement='called'",
        extension("<camunda:in sourceExpression='EXPRESSION' target='a'/>"));
    task(
        "business key of a called process",
        "callActivity",
        "calledElement='called'",
        extension("<camunda:in businessKey='EXPRESSION'/>"));
    task(
        "version of a called process",
        "callActivity",
        "calledElement='called' camunda:calledElementBinding='version'"
            + " camunda:calledElementVersion='EXPRESSION'",
        "");
    task(
        "tenant of a called process",
        "callActivity",
        "calledElement='called' camunda:calledElementTenantId='EXPRESSION'",
        "");
    task(
        "error by an expression",
        "serviceTask",
        "camunda:type='external' camunda:topic='t'",
        extension("<camunda:errorEventDefinition errorRef='wrong' expression='EXPRESSION'/>"));
    task("topic", "serviceTask", "camunda:type='external' camunda:topic='EXPRESSION'", "");
    task(
        "how often it is tried again",
        "serviceTask",
        "camunda:asyncBefore='true' camunda:delegateExpression='${failing}'",
        extension("<camunda:failedJobRetryTimeCycle>EXPRESSION</camunda:failedJobRetryTimeCycle>"));
    repeated("list that is worked through", "camunda:collection='EXPRESSION'", "");
    repeated("how many times", "", "<bpmn:loopCardinality>EXPRESSION</bpmn:loopCardinality>");
    repeated(
        "when enough are done",
        "",
        "<bpmn:loopCardinality>2</bpmn:loopCardinality>"
            + "<bpmn:completionCondition>EXPRESSION</bpmn:completionCondition>");
    for (String kind : new String[] {"timeDate", "timeDuration", "timeCycle"}) {
      event(
          kind,
          "intermediateCatchEvent",
          "<bpmn:timerEventDefinition><bpmn:%1$s>EXPRESSION</bpmn:%1$s></bpmn:timerEventDefinition>"
              .formatted(kind));
    }
    event(
        "condition of an event",
        "intermediateCatchEvent",
        "<bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression'>"
            + "EXPRESSION</bpmn:condition></bpmn:conditionalEventDefinition>");
    event(
        "name of a signal",
        "intermediateThrowEvent",
        "<bpmn:signalEventDefinition signalRef='x_signal'/>");
    event(
        "name of a message",
        "intermediateCatchEvent",
        "<bpmn:messageEventDefinition messageRef='x_message'/>");
    event("message of an error", "endEvent", "<bpmn:errorEventDefinition errorRef='x_error'/>");
    ALL.put("condition of a flow", flow());
    ALL.put("timer that starts", timerStart());
    ALL.put("field of a form", formField());
    ALL.put("who may start", started());
  }

  private Places() {}

  /** The file with the expression in its place. */
  static Map<String, String> with(String expression) {
    Map<String, String> files = new LinkedHashMap<>();
    ALL.forEach((place, file) -> files.put(place, file.replace(EXPRESSION, escaped(expression))));
    return files;
  }

  /** A process with one element {@code x} between its start and its end. */
  static String drawn(String tag, String attributes, String inside) {
    return PROCESS.formatted(
        process(
            "",
            "<bpmn:startEvent id='start'/>"
                + "<bpmn:sequenceFlow id='flow_1' sourceRef='start' targetRef='x'/>"
                + "<bpmn:%1$s id='x' %2$s>%3$s</bpmn:%1$s>".formatted(tag, attributes, inside)
                + end(tag)));
  }

  static String extension(String inside) {
    return "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>";
  }

  static String asked(String attributes) {
    String named = attributes.matches("(?s).*\\bname=.*") ? "" : "name='Decide' ";
    return "camunda:candidateGroups='producer' " + named + attributes;
  }

  private static String end(String tag) {
    return "endEvent".equals(tag)
        ? ""
        : "<bpmn:sequenceFlow id='flow_2' sourceRef='x' targetRef='end'/><bpmn:endEvent id='end'/>";
  }

  private static String process(String attributes, String inside) {
    return "<bpmn:process id='drawn' isExecutable='true' camunda:historyTimeToLive='P1D' %s>%s"
            .formatted(attributes, inside)
        + "</bpmn:process>"
        + "<bpmn:signal id='x_signal' name='EXPRESSION'/>"
        + "<bpmn:message id='x_message' name='EXPRESSION'/>"
        + "<bpmn:error id='x_error' errorCode='e' camunda:errorMessage='EXPRESSION'/>";
  }

  private static void task(String place, String tag, String attributes, String inside) {
    ALL.put(place, withoutNames(drawn(tag, attributes, inside)));
  }

  private static void event(String place, String tag, String inside) {
    String file = drawn(tag, "", inside);
    ALL.put(place, inside.contains("Ref='x_") ? file : withoutNames(file));
  }

  /** So that the expression stands in one place alone. */
  private static String withoutNames(String file) {
    return file.replaceAll("<bpmn:(signal|message|error) [^>]*/>", "");
  }

  private static void mapping(String place, String parameter) {
    task(
        place,
        "serviceTask",
        "camunda:delegateExpression='${step}'",
        extension("<camunda:inputOutput>" + parameter + "</camunda:inputOutput>"));
  }

  private static void repeated(String place, String attributes, String inside) {
    task(
        place,
        "serviceTask",
        "camunda:delegateExpression='${step}'",
        "<bpmn:multiInstanceLoopCharacteristics isSequential='true' %s>%s"
                .formatted(attributes, inside)
            + "</bpmn:multiInstanceLoopCharacteristics>");
  }

  private static String flow() {
    return withoutNames(
        PROCESS.formatted(
            process(
                "",
                "<bpmn:startEvent id='start'/><bpmn:endEvent id='end'/>"
                    + "<bpmn:sequenceFlow id='x' sourceRef='start' targetRef='end'>"
                    + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>EXPRESSION"
                    + "</bpmn:conditionExpression></bpmn:sequenceFlow>")));
  }

  private static String timerStart() {
    return withoutNames(
        PROCESS.formatted(
            process(
                "",
                "<bpmn:startEvent id='x'><bpmn:timerEventDefinition>"
                    + "<bpmn:timeDate>EXPRESSION</bpmn:timeDate></bpmn:timerEventDefinition>"
                    + "</bpmn:startEvent>")));
  }

  private static String formField() {
    return withoutNames(
        PROCESS.formatted(
            process(
                "",
                "<bpmn:startEvent id='start'/>"
                    + "<bpmn:sequenceFlow id='flow_1' sourceRef='start' targetRef='x'/>"
                    + "<bpmn:userTask id='x' camunda:candidateGroups='producer'>"
                    + extension(
                        "<camunda:formData><camunda:formField id='field' type='string'"
                            + " defaultValue='EXPRESSION'/></camunda:formData>")
                    + "</bpmn:userTask>")));
  }

  private static String started() {
    return withoutNames(
        PROCESS
            .formatted(
                process(
                    "camunda:candidateStarterGroups='EXPRESSION'", "<bpmn:startEvent id='start'/>"))
            .replace("id='drawn'", "id='x'"));
  }

  private static String escaped(String expression) {
    return expression.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
  }
}
