package film.finalsay.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import film.finalsay.approval.BusinessRuleException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A model reaches what it is given: as it is deployed, and, deployed before, as it runs. */
class ModelGuardTest {

  private static final Workshop GUARDED = Workshop.guarded();
  private static final Workshop OF_BEFORE = Workshop.withModelsOfBefore();
  private static final Workshop UNGUARDED = Workshop.unguarded();

  private static final String HIDDEN = "${hidden.touch()}";
  private static final String CLASS =
      "${''.getClass().forName('" + Workshop.AnyClass.class.getName() + "').newInstance()}";

  @AfterAll
  static void close() {
    GUARDED.close();
    OF_BEFORE.close();
    UNGUARDED.close();
  }

  /** But for one that the engine takes as it stands. */
  static Stream<String> places() {
    return Places.with("").keySet().stream().filter(place -> !place.equals("who may start"));
  }

  static Stream<String> forbidden() {
    return Stream.of(
        HIDDEN,
        CLASS,
        "#{hidden.touch()}",
        "by ${hidden.touch()} today",
        "${hidden}",
        "${''.class}",
        "${''['class']}",
        "${''['getClass']()}",
        "${a.class.name}",
        "${a.getClass()}",
        "${(1 == 1 ? a : b).getClass()}",
        "${true ? hidden.touch() : 0}",
        "${groups.in(hidden.touch())}",
        "${groups[hidden.touch()]}",
        "${groups.class}",
        "${execution.getProcessEngineServices()}",
        "${execution.processEngineServices.runtimeService}",
        "${execution['processEngineServices']}",
        "${execution[a]}",
        "${execution[a]()}",
        "${execution.processEngine}",
        "${execution.getBpmnModelInstance()}",
        "${execution.superExecution}",
        "${execution.processDefinition}",
        "${execution.setVariable('a', 1)}",
        "${task.complete()}",
        "${task.execution}",
        "${task.setAssignee('exec1')}",
        "${externalTask}",
        "${caseExecution}",
        "${step.execute(execution)}",
        "${step.class}",
        "${'a'.replace('a', 'aa')}",
        "${'a'.concat('a')}",
        "${reflect:call('a')}",
        "${a.b(}");
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void isRefusedInEveryPlaceNamingTheElement(String expression) {
    Places.with(expression)
        .forEach(
            (place, file) -> {
              Workshop.RAN.set(0);
              assertThatThrownBy(() -> GUARDED.deploy("drawn.bpmn", file))
                  .as(place)
                  .isInstanceOf(BusinessRuleException.class)
                  .hasMessageMatching("(?s)Deployment: .*drawn.bpmn, x[_a-z]*: .*");
              assertThat(Workshop.RAN).as(place).hasValue(0);
            });
  }

  @ParameterizedTest
  @MethodSource("places")
  void doesNotRunWhereItWasDeployedBefore(String place) {
    for (String expression : List.of(HIDDEN, CLASS)) {
      String file = Places.with(expression).get(place);
      Workshop.RAN.set(0);
      UNGUARDED.runAsFarAsItGoes(file);
      assertThat(Workshop.RAN).as("%s, unguarded", expression).hasPositiveValue();

      Workshop.RAN.set(0);
      OF_BEFORE.runAsFarAsItGoes(file);
      assertThat(Workshop.RAN).as(expression).hasValue(0);
    }
  }

  static Stream<String> forbiddenWhenItRuns() {
    return forbidden()
        .filter(expression -> !expression.contains("(}") && !expression.contains("reflect:"))
        .filter(expression -> !List.of("${externalTask}", "${step.class}").contains(expression));
  }

  @ParameterizedTest
  @MethodSource("forbiddenWhenItRuns")
  void failsWhereItWasDeployedBefore(String expression) {
    OF_BEFORE.deploy("drawn.bpmn", Places.with(expression).get("service task"));
    Workshop.RAN.set(0);

    Throwable failure =
        catchThrowable(() -> OF_BEFORE.run(Map.of("a", "processEngineServices", "b", "")));

    assertThat(failure).isInstanceOf(ProcessEngineException.class);
    assertThat(Workshop.RAN).hasValue(0);
  }

  @Test
  void noTextGrowsWithoutEnd() {
    GUARDED.deploy("drawn.bpmn", Places.with("${a}".repeat(100)).get("service task"));

    assertThatThrownBy(() -> GUARDED.run(Map.of("a", "a".repeat(2000))))
        .hasStackTraceContaining("a text of more than 100000 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "${amount > 1000 and amount <= 5000} | true",
        "${amount + 500} | 2500",
        "${decision == 'APPROVE' or decision == 'RETURN'} | true",
        "${not empty consents} | true",
        "${groups.in(consents)[1]} | completion-guarantor",
        "${groups.in(consents).size()} | 2",
        "${decision.toLowerCase()} | approve",
        "${decision.startsWith('APP') ? 'yes' : 'no'} | yes",
        "${decision} by ${authenticatedUserId}. | APPROVE by .",
        "${money.sum} | 12",
        "${money['sum']} | 12",
        "${money.get('sum')} | 12",
        "${due.after(now())} | true",
        "${dateTime().plusDays(5).toDate().after(now())} | true",
        "${execution.processBusinessKey} | ",
        "${execution.getVariable('decision')} | APPROVE",
        "${execution.hasVariable('nothing')} | false",
        "${execution.currentActivityId} | x",
      })
  void whatAModelIsGivenWorks(String expression, String result) {
    GUARDED.deploy(
        "drawn.bpmn",
        Places.with(expression)
            .get("service task")
            .replace("id='x' ", "id='x' camunda:resultVariable='result' "));

    Map<String, Object> variables =
        GUARDED.run(
            Map.of(
                "amount",
                2000,
                "decision",
                "APPROVE",
                "consents",
                "financier,completion-guarantor",
                "money",
                new HashMap<>(Map.of("sum", 12)),
                "due",
                new Date(System.currentTimeMillis() + 60_000)));

    assertThat(String.valueOf(variables.get("result")).replace("null", ""))
        .isEqualTo(result == null ? "" : result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "${dateTime()} | false",
        "${dateTime().plusDays(1)} | false",
        "${groups} | false",
        "${dateTime().toDate()} | true",
        "${groups.in('a,b')} | true",
        "${money} | true",
      })
  void noJavaObjectIsKept(String expression, boolean kept) {
    String file =
        Places.with(expression)
            .get("service task")
            .replace("id='x' ", "id='x' camunda:resultVariable='result' ");
    Map<String, Object> variables = Map.of("money", new HashMap<>(Map.of("sum", 12)));

    OF_BEFORE.deploy("drawn.bpmn", file);

    Throwable failure = catchThrowable(() -> OF_BEFORE.run(variables));
    if (kept) {
      assertThat(failure).isNull();
    } else {
      assertThat(failure).hasMessageMatching(".*(plain values are kept|Cannot find serializer).*");
    }
    assertThatThrownBy(() -> OF_BEFORE.run(Map.of("money", new Workshop.Trap())))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageContaining("The variable money would hold a Trap");
  }
}
