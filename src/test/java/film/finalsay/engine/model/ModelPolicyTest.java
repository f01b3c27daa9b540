package film.finalsay.engine.model;

import static film.finalsay.engine.model.Places.asked;
import static film.finalsay.engine.model.Places.drawn;
import static film.finalsay.engine.model.Places.extension;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import film.finalsay.approval.BusinessRuleException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model brings besides expressions, and what it lacks, is told when it is deployed. */
class ModelPolicyTest {

  private static final Workshop ENGINE = Workshop.guarded();
  private static final Workshop OF_BEFORE = Workshop.withModelsOfBefore();
  private static final Workshop UNGUARDED = Workshop.unguarded();

  private static final String CLASS = Workshop.AnyClass.class.getName();
  private static final String ANY_CLASS =
      "${''.getClass().forName('film.finalsay.engine.model.Workshop$AnyClass').newInstance()}";
  private static final String STEP = "camunda:delegateExpression='${step}'";

  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
          namespace="drawn" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
        <decision id="drawn" name="d" camunda:historyTimeToLive="P1D">
          <decisionTable id="t" hitPolicy="UNIQUE">
            <input id="i"><inputExpression id="asked" typeRef="string"><text>a</text></inputExpression></input>
            <output id="o" name="b" typeRef="string" />
            <rule id="r"><inputEntry id="cell"><text>"x"</text></inputEntry>
              <outputEntry id="answer"><text>"y"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  @AfterAll
  static void close() {
    ENGINE.close();
    OF_BEFORE.close();
    UNGUARDED.close();
  }

  static Stream<Arguments> code() {
    return Stream.of(
        Arguments.of("serviceTask", "camunda:class='%s'".formatted(CLASS), "", "names a class"),
        Arguments.of("serviceTask", "old:class='%s'".formatted(CLASS), "", "names a class"),
        Arguments.of("sendTask", "camunda:class='%s'".formatted(CLASS), "", "names a class"),
        Arguments.of(
            "businessRuleTask", "camunda:class='%s'".formatted(CLASS), "", "names a class"),
        Arguments.of(
            "userTask",
            asked(""),
            extension("<camunda:taskListener event='create' class='%s'/>".formatted(CLASS)),
            "names a class"),
        Arguments.of(
            "userTask",
            asked(""),
            extension("<camunda:executionListener event='start' class='%s'/>".formatted(CLASS)),
            "names a class"),
        Arguments.of(
            "callActivity",
            "calledElement='called' camunda:variableMappingClass='%s'".formatted(CLASS),
            "",
            "names a class"),
        Arguments.of(
            "callActivity",
            "calledElement='called' camunda:variableMappingDelegateExpression='${step}'",
            "",
            "maps variables by code"),
        Arguments.of("userTask", asked("camunda:formHandlerClass='x.Y'"), "", "names a class"),
        Arguments.of(
            "userTask",
            asked(""),
            extension(
                "<camunda:formData><camunda:formField id='field' type='string'><camunda:validation>"
                    + "<camunda:constraint name='validator' config='%s'/></camunda:validation>"
                        .formatted(CLASS)
                    + "</camunda:formField></camunda:formData>"),
            "checks a field by code"),
        Arguments.of(
            "scriptTask",
            "scriptFormat='juel'",
            "<bpmn:script>${hidden.touch()}</bpmn:script>",
            "brings a script"),
        Arguments.of(
            "scriptTask",
            "scriptFormat='feel' camunda:resource='deployment://x.feel'",
            "",
            "brings a script"),
        Arguments.of(
            "serviceTask",
            STEP,
            extension(
                "<camunda:executionListener event='start'><camunda:script scriptFormat='juel'>"
                    + "${hidden.touch()}</camunda:script></camunda:executionListener>"),
            "brings a script"),
        Arguments.of(
            "serviceTask",
            STEP,
            extension(
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script"
                    + " scriptFormat='juel'>${hidden.touch()}</camunda:script>"
                    + "</camunda:inputParameter></camunda:inputOutput>"),
            "brings a script"),
        Arguments.of(
            "intermediateCatchEvent",
            "",
            "<bpmn:conditionalEventDefinition><bpmn:condition language='juel'"
                + " xsi:type='bpmn:tFormalExpression'>${hidden.touch() == 1}</bpmn:condition>"
                + "</bpmn:conditionalEventDefinition>",
            "in another language"),
        Arguments.of(
            "serviceTask",
            "",
            extension(
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId>"
                    + "</camunda:connector>"),
            "has a connector"),
        Arguments.of(
            "serviceTask",
            STEP,
            extension("<camunda:field name='a' stringValue='b'/>"),
            "fills a field"),
        Arguments.of("serviceTask", "camunda:type='shell'", "", "of the type"),
        Arguments.of("serviceTask", "camunda:type='mail'", "", "of the type"),
        Arguments.of("serviceTask", "camunda:type='external' camunda:topic='t'", "", "of the type"),
        Arguments.of("callActivity", "camunda:caseRef='c'", "", "calls a case"),
        Arguments.of(
            "userTask", asked("camunda:formKey='embedded:deployment:x.html'"), "", "no page"),
        Arguments.of(
            "userTask",
            asked("camunda:formKey='embedded:https://x.example/f.html'"),
            "",
            "no page"),
        Arguments.of(
            "userTask", asked("camunda:formKey='embedded:/forms/../api.html'"), "", "no page"),
        Arguments.of("userTask", asked("camunda:formKey='javascript:alert(1)'"), "", "no page"));
  }

  @ParameterizedTest(name = "{0} {1}{2}")
  @MethodSource("code")
  void noCodeIsDeployed(String tag, String attributes, String inside, String why) {
    Workshop.RAN.set(0);
    assertThat(refused("drawn.bpmn", drawn(tag, attributes, inside)))
        .contains("drawn.bpmn, x", why);
    assertThat(Workshop.RAN).hasValue(0);
  }

  static Stream<Arguments> codeThatRuns() {
    return code()
        .filter(
            drawn -> {
              String file = drawn.get()[1].toString() + drawn.get()[2];
              return file.contains(CLASS) || file.contains("hidden");
            });
  }

  @ParameterizedTest(name = "{0} {1}{2}")
  @MethodSource("codeThatRuns")
  void noCodeRunsThatWasDeployedBefore(String tag, String attributes, String inside) {
    String file = drawn(tag, attributes, inside);
    Workshop.RAN.set(0);
    UNGUARDED.runAsFarAsItGoes(file);
    assertThat(Workshop.RAN).as("unguarded").hasPositiveValue();

    Workshop.RAN.set(0);
    OF_BEFORE.runAsFarAsItGoes(file);
    assertThat(Workshop.RAN).hasValue(0);
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() {
    String wrong =
        drawn(
                "userTask",
                "name='Decide' camunda:formRef='no-such-form'",
                extension(
                    "<camunda:properties><camunda:property name='outcomes' value='APPROVE, MAYBE'/>"
                        + "</camunda:properties>"))
            .replace("camunda:historyTimeToLive='P1D'", "");

    assertThat(refused("drawn.bpmn", wrong).lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("drawn.bpmn, drawn: does not say how long its history"))
        .anyMatch(line -> line.contains("drawn.bpmn, x: asks nobody"))
        .anyMatch(line -> line.contains("drawn.bpmn, x: opens the form \"no-such-form\""))
        .anyMatch(line -> line.contains("drawn.bpmn, x: accepts the answer \"MAYBE\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camunda:candidateGroups='producer, gaffer' | asks \"gaffer\", which is no role",
        "camunda:candidateGroups='' | asks nobody",
        "camunda:assignee='exec1' | asks nobody",
      })
  void aTaskAsksRoles(String attributes, String why) {
    assertThat(refused("drawn.bpmn", drawn("userTask", attributes, "")))
        .contains("drawn.bpmn, x: " + why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:signalEventDefinition signalRef='x_signal'/>",
        "<bpmn:messageEventDefinition messageRef='x_message'/>",
        "<bpmn:conditionalEventDefinition><bpmn:condition>${a}</bpmn:condition>"
            + "</bpmn:conditionalEventDefinition>",
        "<bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle>"
            + "</bpmn:timerEventDefinition>",
      })
  void aProcessIsBegunBySomebodyWhoAsks(String event) {
    String started = "<bpmn:startEvent id='%s'>%s</bpmn:startEvent>";
    String plain = drawn("userTask", asked(""), "").replace("EXPRESSION", "told");
    String inside =
        "<bpmn:subProcess id='told' triggeredByEvent='true'>%s</bpmn:subProcess><bpmn:endEvent";

    assertThat(
            refused(
                "drawn.bpmn",
                plain.replace("<bpmn:endEvent", started.formatted("y", event) + "<bpmn:endEvent")))
        .contains("drawn.bpmn, y: begins without anybody who asks");
    assertThatCode(
            () ->
                ENGINE.deploy(
                    "drawn.bpmn",
                    plain.replace(
                        "<bpmn:endEvent", inside.formatted(started.formatted("y", event)))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camunda:formRef='${a}' camunda:formRefBinding='latest' | opens the form \"${a}\", which",
        "camunda:formRefBinding='version' camunda:formRefVersion='${a}' | version \"${a}\"; write",
        "camunda:formRefBinding='version' camunda:formRefVersion='1.0' | has the formRefVersion",
        "camunda:formRefBinding='version' | does not say which",
        "camunda:priority='high' | has the priority \"high\"; it has to be a whole number",
        "camunda:dueDate='soon' | has the dueDate \"soon\"",
        "camunda:followUpDate='soon' | has the followUpDate \"soon\"",
      })
  void whatATaskSaysCanBeUsed(String attributes, String why) {
    assertThat(refused("drawn.bpmn", drawn("userTask", asked(attributes), "")))
        .contains("drawn.bpmn, x: ", why);
  }

  @ParameterizedTest
  @CsvSource({
    "loopCardinality, many, 2",
    "loopCardinality, -1, 0",
    "timeDuration, soon, PT48H",
    "timeDate, soon, 2026-03-01T12:00:00",
    "timeCycle, often, R3/PT24H",
  })
  void aFigureOrADayCanBeUsed(String element, String wrong, String right) {
    String with =
        element.startsWith("loop")
            ? "<bpmn:multiInstanceLoopCharacteristics><bpmn:%1$s>%2$s</bpmn:%1$s>"
                + "</bpmn:multiInstanceLoopCharacteristics>"
            : "<bpmn:timerEventDefinition><bpmn:%1$s>%2$s</bpmn:%1$s></bpmn:timerEventDefinition>";
    String tag = element.startsWith("loop") ? "userTask" : "intermediateCatchEvent";
    String attributes = element.startsWith("loop") ? asked("") : "";

    assertThat(refused("drawn.bpmn", drawn(tag, attributes, with.formatted(element, wrong))))
        .contains("x: has the %s \"%s\"; it has to be".formatted(element, wrong));
    assertThatCode(
            () ->
                ENGINE.deploy("drawn.bpmn", drawn(tag, attributes, with.formatted(element, right))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calledElement", "decisionRef"})
  void aVersionIsANumber(String of) {
    String tag = of.startsWith("called") ? "callActivity" : "businessRuleTask";
    String attributes =
        "%3$s%1$s='drawn' camunda:%1$sBinding='version' camunda:%1$sVersion='%2$s'"
            .formatted(of, "x", of.startsWith("called") ? "" : "camunda:");
    assertThat(refused("drawn.bpmn", drawn(tag, attributes, "")))
        .contains("x: has the %sVersion \"x\"; it has to be a whole number".formatted(of));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SILENCE", "VOTE_MISSING, CONSENT_BY_SILENCE"})
  void aTaskHasAnAnswerThatAPersonGives(String outcomes) {
    String property =
        extension(
            "<camunda:properties><camunda:property name='outcomes' value='%s'/></camunda:properties>"
                .formatted(outcomes));
    assertThat(refused("drawn.bpmn", drawn("userTask", asked(""), property)))
        .contains("x: accepts \"%s\", which nobody can answer".formatted(outcomes));
  }

  @Test
  void aFileBringsSomethingThatCanBeStartedOrDecided() {
    String drawn = drawn("userTask", asked(""), "");
    String empty = "<definitions xmlns='%s' id='d' name='d' namespace='d' targetNamespace='d'/>";

    assertThat(
            refused("drawn.bpmn", drawn.replaceAll("isExecutable=.true.", "isExecutable='false'")))
        .contains("has no process that can be started");
    assertThat(
            refused("drawn.bpmn", empty.formatted("http://www.omg.org/spec/BPMN/20100524/MODEL")))
        .contains("drawn.bpmn, d: has no process that can be started");
    assertThat(
            refused("drawn.dmn", empty.formatted("https://www.omg.org/spec/DMN/20191111/MODEL/")))
        .contains("drawn.dmn, d: has no decision");
    assertThat(refused("drawn.bpmn", drawn.replace("<bpmn:process id='drawn'", "<bpmn:process")))
        .contains("has a process without an id");
    assertThat(refused("drawn.dmn", TABLE.replace("id=\"drawn\"", "")))
        .contains("has a decision without an id");
  }

  @Test
  void whatIsTooLongToBeKeptIsNamed() {
    String drawn = drawn("userTask", asked(""), "");
    String name = "n".repeat(256);
    assertThat(refused("drawn.bpmn", drawn("userTask", asked("name='%s'".formatted(name)), "")))
        .contains("drawn.bpmn, x: has the name \"nnn", "at most 255 characters");
    assertThat(refused("drawn.bpmn", drawn.replace("id='drawn'", "id='%s'".formatted(name))))
        .contains("has the id \"nnn");
    assertThat(
            refused(
                "drawn.bpmn",
                drawn.replace("id='drawn'", "id='drawn' camunda:versionTag='%s'".formatted(name))))
        .contains("drawn: has the versionTag", "at most 64 characters");
    assertThat(refused("drawn.dmn", TABLE.replace("namespace=\"drawn", "namespace=\"" + name)))
        .contains("drawn.dmn, d: has the namespace");
    assertThat(
            catchThrowableOfType(
                    BusinessRuleException.class, () -> ENGINE.deploy(name + ".bpmn", drawn))
                .field())
        .isEqualTo("file name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${noSuchStep}", "${groups}", "step", "${step} ", "${a.b}"})
  void aStepIsOneOfTheProduct(String step) {
    String file = drawn("serviceTask", "camunda:delegateExpression='%s'".formatted(step), "");
    if (step.strip().equals("${step}")) {
      assertThatCode(() -> ENGINE.deploy("drawn.bpmn", file)).doesNotThrowAnyException();
    } else {
      assertThat(refused("drawn.bpmn", file)).contains("x: names", "no step of the product");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<inputExpression | <inputExpression expressionLanguage=\"juel\" | asked: is written in"
            + " juel",
        "<inputEntry | <inputEntry expressionLanguage=\"groovy\" | cell: is written in groovy",
        "<outputEntry | <outputEntry expressionLanguage=\"javascript\" | answer: is written in"
            + " javascript",
        "id=\"d\" | id=\"d\" expressionLanguage=\"juel\" | d: is written in juel",
        "\"x\"< | \"x< | cell: cannot be read",
        "<text>a< | <text>function() external {java: {class: \"java.lang.Math\", method signature:"
            + " \"abs(int)\"}}< | asked: cannot be read",
        "camunda:historyTimeToLive=\"P1D\" | | drawn: does not say how long",
        "<definitions | <!DOCTYPE a><definitions | line 1: cannot be read as XML",
      })
  void aTableIsWrittenInFeel(String part, String instead, String why) {
    assertThat(TABLE).contains(part);
    assertThat(refused("drawn.dmn", TABLE.replace(part, instead == null ? "" : instead)))
        .contains("drawn.dmn, " + why);
    assertThatCode(() -> ENGINE.deploy("drawn.dmn", TABLE)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${hidden.touch()}", ANY_CLASS})
  void aTableOfBeforeRunsNothingButFeel(String expression) {
    String table =
        TABLE
            .replace("<inputExpression", "<inputExpression expressionLanguage=\"juel\"")
            .replace("<text>a<", "<text>" + expression + "<");
    Workshop.RAN.set(0);
    UNGUARDED.decide(table, "x");
    assertThat(Workshop.RAN).as("unguarded").hasPositiveValue();

    Workshop.RAN.set(0);
    OF_BEFORE.decide(table, "x");
    assertThatThrownBy(() -> decided(table, "x")).hasMessageContaining("juel");
    assertThat(Workshop.RAN).hasValue(0);
  }

  static Stream<Arguments> java() {
    Object trap = new Workshop.Trap();
    return Stream.of(
        Arguments.of("a.touched", trap),
        Arguments.of("a.touch()", trap),
        Arguments.of("{b: a, c: b.touched}.c", trap),
        Arguments.of("get value(a, \"touched\")", trap),
        Arguments.of("a[1].touched", List.of(trap)),
        Arguments.of("a.b.touched", Map.of("b", trap)),
        Arguments.of("if 1 &lt; (a.touched) then \"x\" else \"z\"", trap),
        Arguments.of(
            ("sort([2, 1], function(b, c) external {java: {class: \"%s\","
                    + " method signature: \"compare(int,int)\"}})")
                .formatted(Workshop.Trap.class.getName()),
            "x"));
  }

  @ParameterizedTest
  @MethodSource("java")
  void aTableOfBeforeReachesNoObject(String cell, Object asked) {
    for (String place : List.of("a", "\"x\"", "\"y\"")) {
      String table =
          TABLE
              .replace("<text>%s<".formatted(place), "<text>%s<".formatted(cell))
              .replace(place.equals("\"y\"") ? "<text>\"x\"<" : "none", "<text>-<");
      Workshop.RAN.set(0);
      UNGUARDED.decide(table, asked);
      assertThat(Workshop.RAN).as("unguarded").hasPositiveValue();

      Workshop.RAN.set(0);
      OF_BEFORE.decide(table, asked);
      assertThatThrownBy(() -> decided(table, asked)).isInstanceOf(DmnEngineException.class);
      assertThat(Workshop.RAN).hasValue(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a.touch() | calls \"touch\" on a value",
        "sort([2, 1], function(b, c) b &lt; c) | defines a function",
        "count(for i in 1..30000000 return i) | counts through numbers",
        "some i in [1], j in [1], k in [1] satisfies i = j | goes through lists 3 times",
        "a[b[c[item > 1] = 1] = 1] | goes through lists 3 times",
      })
  void aCellReckonsWithWhatItIsAsked(String cell, String why) {
    String table = TABLE.replace("<text>a<", "<text>" + cell + "<");
    assertThat(refused("drawn.dmn", table)).contains("drawn.dmn, asked: " + why);
    assertThatThrownBy(() -> decided(table, List.of(1)))
        .isInstanceOf(DmnEngineException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "if a.sum > 1 then \"x\" else \"z\"",
        "if (some i in a.list satisfies i = 2) then \"x\" else \"z\"",
        "if sum(for i in a.list return i * 2) = 6 then \"x\" else \"z\"",
        "if a.list[2] + count(a.list[item > 1]) = 3 then \"x\" else \"z\"",
        "if a.due > date and time(\"2020-01-01T00:00:00\") then \"x\" else \"z\"",
        "if context put(a, \"b\", 1).b = 1 then \"x\" else \"z\"",
        "if a.sum in [1..20] then \"x\" else \"z\"",
      })
  void aTableReadsPlainValues(String cell) {
    String table = TABLE.replace("<text>a<", "<text>" + cell.replace("<", "&lt;") + "<");
    assertThatCode(() -> ENGINE.deploy("drawn.dmn", table)).doesNotThrowAnyException();
    assertThat(
            decided(table, Map.of("sum", 12, "list", List.of(1, 2), "due", new Date()))
                .<String>getSingleEntry())
        .isEqualTo("y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{%s}.v50",
        "replace(replace(replace(a.t, \"a\", a.t), \"a\", a.t), \"a\", a.t)",
        "string join(split(string join(split(a.t, \"\"), a.t), \"\"), a.t)",
        "flatten([a.l, [a.l, a.l]])",
      })
  void whatGrowsIsStopped(String cell) {
    String doubled =
        IntStream.rangeClosed(1, 50)
            .mapToObj(i -> "v%d: concatenate(v%d, v%d)".formatted(i, i - 1, i - 1))
            .collect(Collectors.joining(", ", "v0: [1], ", ""));
    String table = TABLE.replace("<text>a<", "<text>%s<".formatted(cell.replace("%s", doubled)));
    Map<String, Object> asked = Map.of("t", "a".repeat(100), "l", Collections.nCopies(2_000, 1));

    assertThatThrownBy(() -> decided(table, asked))
        .isInstanceOf(DmnEngineException.class)
        .hasMessageContaining("a table reads at most");
  }

  private static DmnDecisionTableResult decided(String table, Object asked) {
    DmnEngine engine = FeelTables.configuration().buildEngine();
    return engine.evaluateDecisionTable(
        engine.parseDecision(
            "drawn", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))),
        Map.of("a", asked));
  }

  @Test
  void whatNestsWithoutEndIsRefused() {
    String brackets = "(".repeat(20_000) + "1" + ")".repeat(20_000);
    assertThat(
            refused(
                "drawn.bpmn",
                drawn("serviceTask", "camunda:expression='${%s}'".formatted(brackets), "")))
        .contains("x: nests more than can be read");
    assertThat(refused("drawn.dmn", TABLE.replace("<text>a<", "<text>" + brackets + "<")))
        .contains("asked: nests more than can be read");
    assertThat(
            refused(
                "drawn.bpmn",
                drawn(
                    "subProcess",
                    "",
                    "<bpmn:subProcess>".repeat(5_000) + "</bpmn:subProcess>".repeat(5_000))))
        .contains("cannot be read as XML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.cmmn", "a.groovy", "a.js", "a.html", "a.svg", "a.class", "a.txt", "bpmn.zip"})
  void nothingButModelsIsDeployed(String file) {
    assertThat(refused(file, "a")).contains(file + ", file: only processes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"id\": 1}", "{\"id\": \" \"}"})
  void aFormHasAnId(String form) {
    assertThat(refused("a.form", form)).contains("a.form, id: ");
  }

  @Test
  void theShippedTablesAndFormsPass() throws IOException {
    for (String folder : new String[] {"processes", "forms"}) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.filter(is -> is.toString().matches(".*\\.(dmn|form)")).toList()) {
          String content = Files.readString(file);
          assertThatCode(() -> ENGINE.deploy(file.getFileName().toString(), content))
              .as("%s", file)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  private static String refused(String file, String content) {
    BusinessRuleException refusal =
        catchThrowableOfType(BusinessRuleException.class, () -> ENGINE.deploy(file, content));
    assertThat(refusal).as("refused").isNotNull();
    assertThat(refusal.field()).isEqualTo("deployment");
    return refusal.getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name=' '", "name='LONG'"})
  void aTaskHasAName(String name) {
    String file =
        drawn(
            "userTask",
            "camunda:candidateGroups='producer' " + name.replace("LONG", "n".repeat(201)),
            "");
    assertThat(refused("drawn.bpmn", file)).contains("drawn.bpmn, x: needs a name");
    assertThatCode(() -> ENGINE.deploy("drawn.bpmn", drawn("userTask", asked("name='Decide'"), "")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<camunda:formData><camunda:formField id='a' label='{{a}}'"
            + " type='string'/></camunda:formData>",
        "<camunda:formProperty id='a' name='{{a}}'/>"
      })
  void noFormIsDrawnByTheEngine(String form) {
    assertThat(refused("drawn.bpmn", drawn("userTask", asked("name='Decide'"), extension(form))))
        .contains("drawn.bpmn, x: has a form that the engine would draw");
    assertThat(
            refused(
                "drawn.bpmn",
                drawn("userTask", asked("name='Decide'"), "")
                    .replace(
                        "<bpmn:startEvent id='start'/>",
                        "<bpmn:startEvent id='start'>" + extension(form) + "</bpmn:startEvent>")))
        .contains("drawn.bpmn, start: has a form that the engine would draw");
  }

  @ParameterizedTest
  @CsvSource({
    "timeCycle, R/PT0S",
    "timeCycle, R/PT1S",
    "timeCycle, R/PT0S/2099-01-01T00:00:00",
    "timeCycle, R/0001-01-01T00:00:00/PT1M",
    "timeCycle, R/2020-01-02T00:00:00/2020-01-01T00:00:00",
    "timeDuration, R/PT0S"
  })
  @Timeout(20)
  void aTimerMovesOn(String kind, String time) {
    String timer =
        "<bpmn:timerEventDefinition><bpmn:%1$s>%2$s</bpmn:%1$s></bpmn:timerEventDefinition>";
    String file = drawn("intermediateCatchEvent", "", timer.formatted(kind, time));
    assertThat(refused("drawn.bpmn", file)).contains("drawn.bpmn, x: repeats \"" + time);

    OF_BEFORE.deploy("drawn.bpmn", file);
    assertThatThrownBy(() -> OF_BEFORE.run(Map.of()))
        .hasStackTraceContaining("BusinessRuleException");

    ENGINE.deploy(
        "drawn.bpmn", drawn("intermediateCatchEvent", "", timer.formatted(kind, "${time}")));
    assertThatThrownBy(() -> ENGINE.run(Map.of("time", time)))
        .hasStackTraceContaining("BusinessRuleException");
    assertThatCode(() -> ENGINE.run(Map.of("time", "R3/PT1H"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"R/PT0S", "R2000000000/PT0S", "PT1M,R/PT0S", "${time}"})
  void aStepIsNotTriedAgainAtOnceForEver(String time) {
    assertThat(
            refused(
                "drawn.bpmn",
                drawn(
                    "serviceTask",
                    STEP + " camunda:asyncBefore='true'",
                    extension(
                        "<camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle>"
                            .formatted(time)))))
        .contains("drawn.bpmn, x: ");
  }

  @Test
  void aProcessDoesNotCallItselfForEver() {
    ENGINE.deploy("drawn.bpmn", drawn("callActivity", "calledElement='drawn'", ""));
    assertThatThrownBy(() -> ENGINE.run(Map.of()))
        .hasStackTraceContaining("call each other more than 10 deep");
    ENGINE.deploy("drawn.bpmn", drawn("callActivity", "calledElement='called'", ""));
    assertThatCode(() -> ENGINE.run(Map.of())).doesNotThrowAnyException();
  }

  @Test
  void noSchemaIsFetched() throws IOException, InterruptedException {
    try (ServerSocket elsewhere = new ServerSocket(0)) {
      elsewhere.setSoTimeout(500);
      String schema = "http://localhost:%d/a.xsd".formatted(elsewhere.getLocalPort());
      for (String named :
          List.of(
              "xsi:schemaLocation='urn:elsewhere %s'".formatted(schema),
              "xsi:noNamespaceSchemaLocation='%s'".formatted(schema))) {
        String process =
            drawn("serviceTask", STEP, extension("<other:a xmlns:other='urn:elsewhere' b='1'/>"))
                .replace("<bpmn:definitions", "<bpmn:definitions " + named);
        String table =
            TABLE.replace(
                "<definitions",
                "<definitions xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' " + named);
        assertThat(refused("drawn.bpmn", process)).contains("names a schema to be fetched");
        assertThat(refused("drawn.dmn", table)).contains("d: names a schema to be fetched");

        Thread reading =
            new Thread(
                () -> {
                  OF_BEFORE.runAsFarAsItGoes(process);
                  OF_BEFORE.decide(table, "told");
                });
        reading.start();
        assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        reading.join(20_000);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'iframe', 'id': 'c', 'url': 'https://elsewhere.example'}",
        "{'type': 'image', 'id': 'c', 'source': 'http://elsewhere.example/a.png'}",
        "{'type': 'image', 'id': 'c', 'source': '=a'}",
        "{'type': 'html', 'id': 'c', 'content': '<p><img src=//elsewhere.example>'}",
        "{'type': 'html', 'id': 'c', 'content': '<form action=//elsewhere.example>'}",
        "{'type': 'html', 'id': 'c', 'content': '<a href=javascript:a()>a</a>'}",
        "{'type': 'html', 'id': 'c', 'content': '<p onclick=a()>a</p>'}",
        "{'type': 'html', 'id': 'c', 'content': '<style>p {background: url(//a.example)}</style>'}",
        "{'type': 'text', 'id': 'c', 'text': '![a](http://elsewhere.example/a.png)'}"
      })
  void aFormShowsNothingFromElsewhere(String component) {
    String form =
        "{'id': 'f', 'components': [{'type': 'group', 'components': [%s]}]}".formatted(component);
    assertThat(refused("a.form", form.replace('\'', '"'))).contains("a.form, c: shows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"((", "[a", "*"})
  void aFormHasNoPatternThatCannotBeRead(String pattern) {
    String form =
        "{'id': 'f', 'components': [{'type': 'textfield', 'id': 'c', 'validate': {'pattern': '%s'}}]}"
            .formatted(pattern);
    assertThat(refused("a.form", form.replace('\'', '"')))
        .contains("a.form, c: has a pattern that cannot be read");
  }

  @Test
  void aFileIsNamedAsItReads() {
    assertThat(refused("a\u202Enpmb.bpmn", drawn("serviceTask", STEP, ""))).contains("has U+202E");
  }
}
