package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import java.util.List;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.Bindings;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;

/**
 * Reads expressions of models; a text put together of several grows to what people read, not until
 * the memory is full.
 */
final class ModelText extends Builder {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 100_000;

  ModelText() {
    super(Feature.METHOD_INVOCATIONS);
  }

  @Override
  protected Parser createParser(String expression) {
    return new Parser(this, expression) {
      @Override
      protected AstComposite createAstComposite(List<AstNode> parts) {
        return new Bounded(parts);
      }
    };
  }

  private static final class Bounded extends AstComposite {

    private final List<AstNode> parts;

    Bounded(List<AstNode> parts) {
      super(parts);
      this.parts = parts;
    }

    @Override
    public Object eval(Bindings bindings, ELContext context) {
      StringBuilder text = new StringBuilder();
      for (AstNode part : parts) {
        text.append(bindings.convert(part.eval(bindings, context), String.class));
        if (text.length() > LONGEST) {
          throw BusinessRuleException.conflict(
              "The process puts together a text of more than %d characters.", LONGEST);
        }
      }
      return text.toString();
    }
  }
}
