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
    if (QueryWord.isOne(text)) {
      return new Guarded(text, null);
    }
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

  private final class Guarded implements Expression {

    private final String text;
    private final Expression read;

    /**
     * @param read null if the text is a word of queries, which models need not know
     */
    Guarded(String text, Expression read) {
      this.text = text;
      this.read = read;
    }

    private Expression inModel() {
      return read == null ? models.createExpression(text) : read;
    }

    @Override
    public Object getValue(VariableScope variables) {
      return variables == null ? QueryWord.meaning(text) : inModel().getValue(variables);
    }

    @Override
    public Object getValue(VariableScope variables, BaseDelegateExecution execution) {
      return variables == null ? QueryWord.meaning(text) : inModel().getValue(variables, execution);
    }

    @Override
    public void setValue(Object value, VariableScope variables) {
      inModel().setValue(value, variables);
    }

    @Override
    public void setValue(Object value, VariableScope variables, BaseDelegateExecution execution) {
      inModel().setValue(value, variables, execution);
    }

    @Override
    public boolean isLiteralText() {
      return read != null && read.isLiteralText();
    }

    @Override
    public String getExpressionText() {
      return text;
    }
  }
}
