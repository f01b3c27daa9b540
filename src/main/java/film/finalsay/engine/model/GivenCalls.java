package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;

/**
 * Holds what an expression calls while it runs against {@link ModelReach}: what it calls on may be
 * known only now, and a model of before was never looked at.
 */
final class GivenCalls extends BeanELResolver {

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
