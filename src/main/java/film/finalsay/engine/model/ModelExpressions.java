package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import java.util.List;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.Bindings;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Cache;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.TreeStore;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Evaluates what stands in models: the beans that are named for them, which no variable takes the
 * place of, the variables, and of both what {@link ModelReach} lists.
 */
final class ModelExpressions extends JuelExpressionManager {

  /** As many as the engine itself keeps. */
  private static final int CACHED = 1000;

  ModelExpressions(ModelBeans beans) {
    super(beans);
    setExpressionFactory(
        new ExpressionFactoryImpl(new TreeStore(new ModelText(), new Cache(CACHED))));
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new ReadOnlyMapELResolver(beans));
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new ArrayELResolver(true));
    resolver.add(new ListELResolver(true));
    resolver.add(new MapELResolver(true));
    resolver.add(new GivenCalls());
    return resolver;
  }

  /**
   * Holds what an expression calls while it runs against {@link ModelReach}: what it calls on may
   * be known only now, and a model of before was never looked at.
   */
  private static final class GivenCalls extends BeanELResolver {

    GivenCalls() {
      super(true);
    }

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
      if (base == null) {
        return null;
      }
      String name = String.valueOf(method);
      if (!ModelReach.mayCall(base.getClass(), name)) {
        throw refused(name + "()");
      }
      return super.invoke(context, base, method, types, values);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base == null) {
        return null;
      }
      String name = String.valueOf(property);
      if (!ModelReach.mayRead(base.getClass(), name)) {
        throw refused("\"" + name + "\"");
      }
      return super.getValue(context, base, property);
    }

    private static BusinessRuleException refused(String what) {
      return BusinessRuleException.conflict(
          "The process asks for %s, which is not given to models.", what);
    }
  }

  /**
   * Reads expressions of models; a text put together of several grows to what people read, not
   * until the memory is full.
   */
  private static final class ModelText extends Builder {

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
}
