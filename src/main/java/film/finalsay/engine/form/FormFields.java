package film.finalsay.engine.form;

import film.finalsay.approval.BusinessRuleException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The declaration of a form: the fields that it asks for, and what their answers may be. */
public final class FormFields {

  public static final FormFields NONE = of(Stream.empty());

  private final Map<String, FormField> fields;

  private FormFields(Map<String, FormField> fields) {
    this.fields = fields;
  }

  /** Of two fields of one name, the later counts. */
  static FormFields of(Stream<FormField> declared) {
    Map<String, FormField> fields = new LinkedHashMap<>();
    declared.forEach(field -> fields.put(field.name(), field));
    return new FormFields(fields);
  }

  /** How the form calls its fields, by their names. */
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          if (field.label() != null) {
            labels.put(name, field.label());
          }
        });
    return labels;
  }

  public boolean asksFor(String name) {
    return fields.containsKey(name);
  }

  Collection<FormField> all() {
    return fields.values();
  }

  /**
   * @param asking what asks, as in "start"
   * @throws BusinessRuleException (invalid) naming the first that is not asked for
   */
  public void requireAsked(Collection<String> names, String asking) {
    names.stream()
        .filter(name -> !fields.containsKey(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw BusinessRuleException.invalid(
                  name, "is nothing that this %s asks for; leave it out.", asking);
            });
  }

  /**
   * Holds an answer against what is declared.
   *
   * @param said the variables that this call says
   * @param amends if what it leaves out stays as it was; else that is missing, also if somebody
   *     said it before
   * @param scope the variables as they are once the answer is taken
   * @throws BusinessRuleException (invalid) naming the first field that is wrong, by its label
   */
  public void check(Set<String> said, boolean amends, VariableScope scope) {
    check(new Answer.Scoped(said, amends, scope));
  }

  void check(Answer answer) {
    fields.values().forEach(field -> field.check(answer));
  }

  /** The refusal by the label that its field has in this form. */
  public BusinessRuleException inWords(BusinessRuleException refusal) {
    FormField field = refusal.field() == null ? null : fields.get(refusal.field());
    return field == null || field.label() == null ? refusal : refusal.labelled(field.label());
  }
}
