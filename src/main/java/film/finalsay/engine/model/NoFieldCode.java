package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormValidators;
import org.camunda.bpm.engine.impl.form.validator.MaxLengthValidator;
import org.camunda.bpm.engine.impl.form.validator.MaxValidator;
import org.camunda.bpm.engine.impl.form.validator.MinLengthValidator;
import org.camunda.bpm.engine.impl.form.validator.MinValidator;
import org.camunda.bpm.engine.impl.form.validator.ReadOnlyValidator;
import org.camunda.bpm.engine.impl.form.validator.RequiredValidator;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The engine's own checks of a form field, and none by a class that a model names. */
final class NoFieldCode extends FormValidators {

  NoFieldCode() {
    addValidator("min", MinValidator.class);
    addValidator("max", MaxValidator.class);
    addValidator("minlength", MinLengthValidator.class);
    addValidator("maxlength", MaxLengthValidator.class);
    addValidator("required", RequiredValidator.class);
    addValidator("readonly", ReadOnlyValidator.class);
  }

  @Override
  public FormFieldValidator createValidator(
      Element constraint, BpmnParse parse, ExpressionManager expressions) {
    if (!"validator".equals(constraint.attribute("name"))) {
      return super.createValidator(constraint, parse, expressions);
    }
    return (value, context) -> {
      throw BusinessRuleException.conflict(
          "The form has a field checked by code; a model brings none.");
    };
  }
}
