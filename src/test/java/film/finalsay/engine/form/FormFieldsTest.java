package film.finalsay.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import film.finalsay.approval.BusinessRuleException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFieldsTest {

  @Test
  void aFormAsksForItsFieldsAndNotForWhatItOnlyShows() {
    assertThat(
            names(
"""
{"components": [
  {"type": "textfield", "key": "rate"},
  {"type": "textfield", "key": "subject", "readonly": true},
  {"type": "textfield", "key": "requester", "disabled": true},
  {"type": "text", "text": "{{amountText}}"},
  {"type": "group", "components": [{"type": "number", "key": "days"}]},
  {"type": "group", "path": "agent", "components": [{"type": "textfield", "key": "name"}]},
  {"type": "dynamiclist", "path": "terms", "components": [{"type": "textfield", "key": "due"}]},
  {"type": "textfield", "key": "address.city"}
]}
"""))
        .containsExactlyInAnyOrder("rate", "days", "agent", "terms", "address");
  }

  @Test
  void aFormThatBeginsWithAMarkOfItsBytesAsksForTheSame() {
    assertThat(names("\uFEFF{\"components\": [{\"type\": \"textfield\", \"key\": \"rate\"}]}"))
        .containsExactly("rate");
  }

  @Test
  void aPageAsksForTheVariablesThatItNames() {
    String page =
"""
<form><label for="r">Rate *</label><input id="r" cam-variable-name="rate" cam-variable-type="String"
  required ng-maxlength="3">
<select cam-variable-name="decision"><option value="YES">Yes</option></select> {{subject}}</form>
""";

    assertThat(names(page)).containsExactlyInAnyOrder("rate", "decision");
    assertThat(refusal(page, "rate", null)).hasMessage("Rate: is missing; a text is needed.");
    assertThat(refusal(page, "rate", "1000")).hasMessage("Rate: has 4 characters; at most 3 fit.");
    assertThat(refusal(page, Map.of("rate", "1", "decision", "NO")))
        .hasMessage("Decision: is none of the answers that are offered; allowed are YES (Yes).");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'type': 'textfield'                              | 'a'          | true",
        "'type': 'number', 'validate': {'min': 2}         | 1            | 'is 1; at least 2 is"
            + " needed.'",
        "'type': 'number', 'validate': {'max': 2}         | '2.5'        | 'is 2.5; at most 2 is"
            + " allowed.'",
        "'type': 'number', 'decimalDigits': 0             | 2.5          | 'has to be a whole"
            + " number.'",
        "'type': 'number', 'decimalDigits': 1             | '2.55'       | 'has more decimals than"
            + " are asked for; at most 1 are allowed.'",
        "'type': 'number'                                 | '1e3'        | 'has to be a plain"
            + " decimal number such as 8000.00.'",
        "'type': 'number'                                 | true         | 'has to be a plain"
            + " decimal number such as 8000.00.'",
        "'type': 'textfield'                              | true         | 'has to be a text.'",
        "'type': 'textfield'                              | ['a']        | 'has to be a text.'",
        "'type': 'textfield', 'validate': {'minLength': 2} | 'a'         | 'has 1 characters; at"
            + " least 2 are needed.'",
        "'type': 'textfield', 'validate': {'maxLength': 2} | 'abc'       | 'has 3 characters; at"
            + " most 2 fit.'",
        "'type': 'textfield', 'validate': {'maxLength': 2} | 123         | 'has 3 characters; at"
            + " most 2 fit.'",
        "'type': 'textfield', 'validate': {'pattern': '^A'} | 'BA'       | 'does not have the"
            + " expected form.'",
        "'type': 'textfield', 'description': 'A, then a number', 'validate': {'pattern': '^A'} |"
            + " 'B' | 'does not have the expected form: A, then a number.'",
        "'type': 'textfield', 'validate': {'validationType': 'email'} | 'B' | 'does not have the"
            + " expected form: an e-mail address.'",
        "'type': 'textfield', 'validate': {'validationType': 'phone'} | 'B' | 'does not have the"
            + " expected form: a telephone number as in +441632960001.'",
        "'type': 'checkbox'                               | 'true'       | 'has to be true or"
            + " false.'",
        "'type': 'checkbox', 'validate': {'required': true} | false      | 'has to be ticked.'",
        "'type': 'radio', 'values': [{'label': 'One', 'value': 'a'}] | 'b' | 'is none of the"
            + " answers that are offered; allowed are a (One).'",
        "'type': 'select', 'values': ['a', 1]             | '2'          | 'is none of the answers"
            + " that are offered; allowed are a, 1.'",
        "'type': 'select', 'values': ['a']                | ['a']        | 'has to be one of the"
            + " answers that are offered.'",
        "'type': 'select', 'valuesKey': 'held'            | 'a'          | 'is none of the answers"
            + " that are offered; there are none now.'",
        "'type': 'taglist', 'values': ['a', 'b']          | ['a', 'c']   | 'is none of the answers"
            + " that are offered; allowed are a, b.'",
        "'type': 'taglist', 'values': ['a', 'b']          | '[\\\"c\\\"]'    | 'is none of the"
            + " answers that are offered; allowed are a, b.'",
        "'type': 'checklist', 'values': ['a', 'b']        | 'a'          | 'has to be a list of the"
            + " answers that are offered, as in [\"one\", \"another\"].'",
        "'type': 'datetime', 'subtype': 'date'            | '31.1.2027'  | 'has to be a day as"
            + " YYYY-MM-DD, as in 2027-01-31.'",
        "'type': 'datetime', 'subtype': 'date'            | '2027-02-30' | 'has to be a day as"
            + " YYYY-MM-DD, as in 2027-01-31.'",
        "'type': 'datetime', 'subtype': 'time'            | '25:00'      | 'has to be a time as"
            + " HH:MM, as in 17:30.'",
        "'type': 'datetime', 'subtype': 'datetime'        | '2027-01-31' | 'has to be a day and a"
            + " time, as in 2027-01-31T17:30.'",
        "'type': 'textfield', 'validate': {'required': true} | ' '       | 'is missing; a text is"
            + " needed.'",
        "'type': 'taglist', 'values': ['a'], 'validate': {'required': true} | [] | 'is missing;"
            + " allowed are a.'",
      },
      quoteCharacter = '`')
  void whatDoesNotFitItsFieldIsRefusedByItsLabel(String is, String sent, String why) {
    String field = "{%s, 'key': 'shootingStart', 'label': 'Shooting start'}".formatted(is);
    BusinessRuleException refusal = refusal(form(field), "shootingStart", json(sent));

    if (why.equals("true")) {
      assertThat(refusal).isNull();
    } else {
      assertThat(refusal).hasMessage("Shooting start: " + why.replaceAll("^'|'$", ""));
      assertThat(refusal.field()).isEqualTo("shootingStart");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type': 'textfield', 'validate': {'maxLength': 7, 'pattern': '^\\\\d+([.]\\\\d+)?$'} |"
            + " 8000.5",
        "'type': 'number', 'validate': {'min': 0, 'max': 0}, 'decimalDigits': 0 | '0.00'",
        "'type': 'radio', 'values': [{'label': 'One', 'value': 1}] | '1'",
        "'type': 'select', 'valuesExpression': '=held' | 'anything'",
        "'type': 'select', 'valuesKey': 'offered' | 'a'",
        "'type': 'taglist', 'values': ['a', 'b'] | '[\\\"a\\\",\\\"b\\\"]'",
        "'type': 'datetime', 'subtype': 'datetime' | '2027-01-31T17:30+01:00'",
        "'type': 'datetime', 'subtype': 'datetime' | '2027-01-31T17:30Z'",
        "'type': 'datetime', 'subtype': 'time' | '17:30'",
        "'type': 'textfield', 'validate': {'required': true}, 'conditional': {'hide': '=true'} |"
            + " null",
        "'type': 'textfield', 'validate': {'pattern': '(('} | 'whatever a form of before has'",
      })
  void whatFitsItsFieldIsTaken(String is, String sent) {
    String form = form("{%s, 'key': 'shootingStart'}".formatted(is));

    assertThat(refusal(form, "shootingStart", json(sent))).isNull();
  }

  @Test
  void aFieldWithinARowOrAPartIsNamedWithItsPlace() {
    String form =
        form(
"""
{'type': 'dynamiclist', 'path': 'terms', 'label': 'Terms', 'components': [
  {'type': 'number', 'key': 'days', 'label': 'Days (at most)', 'validate': {'required': true, 'max': 9}}]},
{'type': 'group', 'path': 'agent', 'label': 'Agent', 'components': [
  {'type': 'textfield', 'key': 'name', 'label': 'Name', 'validate': {'required': true}}]},
{'type': 'textfield', 'key': 'address.city', 'label': 'City', 'validate': {'maxLength': 1}}
""");
    Map<String, Object> whole =
        Map.of(
            "terms", List.of(Map.of("days", 1)),
            "agent", Map.of("name", "Ann"),
            "address", Map.of("city", "X"));

    assertThat(refusal(form, whole)).isNull();
    assertRefused(
        form,
        with(whole, "terms", List.of(Map.of("days", 1), Map.of("days", 10))),
        "terms[1].days",
        "Terms 2, Days: is 10; at most 9 is allowed.");
    assertRefused(
        form,
        with(whole, "terms", "[{}]"),
        "terms[0].days",
        "Terms 1, Days: is missing; a plain decimal number such as 8000.00 is needed.");
    assertRefused(
        form,
        with(whole, "terms", List.of(Map.of("days", 1, "feeForged", 1))),
        "terms[0].feeForged",
        "Terms 1, Fee forged: is nothing that this form asks for; leave it out.");
    assertRefused(
        form,
        with(whole, "terms", List.of("days")),
        "terms",
        "Terms: has to be a list of rows, each with the fields of the form.");
    assertRefused(
        form,
        with(whole, "agent", null),
        "agent.name",
        "Agent, Name: is missing; a text is needed.");
    assertRefused(
        form,
        with(whole, "agent", "Ann"),
        "agent",
        "Agent: has to be an object with the fields of the form.");
    assertRefused(
        form,
        with(whole, "address", Map.of("city", "XY")),
        "address.city",
        "Address, City: has 2 characters; at most 1 fit.");
  }

  @Test
  void whoeverAmendsLeavesOutWhatStaysAsItWas() {
    FormFields form =
        read(form("{'type': 'textfield', 'key': 'draft', 'validate': {'required': true}}"));

    assertThatCode(() -> form.check(answer(Map.of(), true))).doesNotThrowAnyException();
    assertThat(
            catchThrowableOfType(
                BusinessRuleException.class, () -> form.check(answer(Map.of("draft", " "), true))))
        .hasMessage("Draft: is missing; a text is needed.");
  }

  @Test
  void aPatternThatGoesBackAndForthGivesUpSoon() {
    for (String endless : List.of("^(a+)+$", "^(a|a)*$", "^(a|b)*c", "(x+x+)+y")) {
      String form =
          form(
              "{'type': 'textfield', 'key': 'code', 'validate': {'pattern': '%s'}}"
                  .formatted(endless));

      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () ->
              assertThat(refusal(form, "code", "a".repeat(50_000) + "!" + "x".repeat(50_000)))
                  .hasMessage("Code: does not have the expected form."));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What do you decide? *                       | What do you decide",
        "Comment — required unless you approve       | Comment",
        "Note (optional)                             | Note",
        "To account: *                               | To account",
        "Comment — required{{#if a}}, and{{/if}}     | Comment",
        "{{asked.kind === 1 ? 'One' : 'Other'}} *    |",
        "=label                                      |"
      })
  void aLabelIsWhatPeopleReadWithoutItsMarks(String drawn, String label) {
    assertThat(Label.of(drawn)).isEqualTo(label);
  }

  private static void assertRefused(
      String form, Map<String, Object> sent, String field, String message) {
    BusinessRuleException refusal = refusal(form, sent);
    assertThat(refusal).hasMessage(message);
    assertThat(refusal.field()).isEqualTo(field);
  }

  private static Map<String, Object> with(Map<String, Object> whole, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(whole);
    changed.put(name, value);
    return changed;
  }

  private static String form(String components) {
    return "{\"components\": [%s]}".formatted(components.replace('\'', '"'));
  }

  private static Object json(String value) {
    return FieldKind.json(value.replace('\'', '"'));
  }

  private static BusinessRuleException refusal(String form, String field, Object value) {
    Map<String, Object> sent = new HashMap<>();
    sent.put(field, value);
    return refusal(form, sent);
  }

  private static BusinessRuleException refusal(String form, Map<String, Object> sent) {
    return catchThrowableOfType(
        BusinessRuleException.class, () -> read(form).check(answer(sent, false)));
  }

  private static FormFields read(String form) {
    return form.startsWith("<")
        ? FormPage.read(form)
        : DeployedForms.read(form.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(String form) {
    return read(form).all().stream().map(FormField::name).toList();
  }

  static Answer answer(Map<String, Object> values, boolean amends) {
    return new Answer() {
      @Override
      public Object value(String field) {
        return values.get(field);
      }

      @Override
      public boolean says(String field) {
        return values.containsKey(field);
      }

      @Override
      public boolean amends() {
        return amends;
      }

      @Override
      public boolean hides(FormField field) {
        return field.hide().contains("true");
      }

      @Override
      public Object onRecord(String variable) {
        return variable.equals("offered")
            ? Arrays.asList(Map.of("value", "a", "label", "A"), "b")
            : null;
      }
    };
  }
}
