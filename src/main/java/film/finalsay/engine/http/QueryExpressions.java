package film.finalsay.engine.http;

import film.finalsay.approval.BusinessRuleException;
import java.lang.reflect.Method;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Keeps queries, and so the stored lists of the Tasklist, from evaluating anything: they come from
 * outside. Of the engine, only queries ask for a value with no variables around it, at whatever
 * depth they hold the expression; they get what a {@link QueryWord} means, and nothing else. Models
 * keep their expressions.
 */
final class QueryExpressions implements ExpressionManager {

  private final ExpressionManager models;

  QueryExpressions(ExpressionManager models) {
    this.models = models;
  }

  @Override
  public Expression createExpression(String text) {
    try {
      return new Guarded(text, models.createExpression(text));
    } catch (ELException unreadable) {
      throw BusinessRuleException.invalid("expression", "cannot be read: " + text);
    }
  }

  @Override
  public void addFunction(String name, Method function) {
    models.addFunction(name, function);
  }

  private record Guarded(String text, Expression inModel) implements Expression {

    @Override
    public Object getValue(VariableScope variables) {
      return variables == null ? QueryWord.meaning(text) : inModel.getValue(variables);
    }

    @Override
    public Object getValue(VariableScope variables, BaseDelegateExecution execution) {
      return variables == null ? QueryWord.meaning(text) : inModel.getValue(variables, execution);
    }

    @Override
    public void setValue(Object value, VariableScope variables) {
      inModel.setValue(value, variables);
    }

    @Override
    public void setValue(Object value, VariableScope variables, BaseDelegateExecution execution) {
      inModel.setValue(value, variables, execution);
    }

    @Override
    public boolean isLiteralText() {
      return inModel.isLiteralText();
    }

    @Override
    public String getExpressionText() {
      return text;
    }
  }
}
