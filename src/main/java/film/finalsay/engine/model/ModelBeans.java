package film.finalsay.engine.model;

import film.finalsay.approval.DrawnEffect;
import java.util.AbstractMap;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression in a model finds by its name: the steps that are made for models, and nothing
 * else of the product.
 */
final class ModelBeans extends AbstractMap<Object, Object> {

  private final BeanFactory beans;

  ModelBeans(BeanFactory beans) {
    this.beans = beans;
  }

  /** The type by which a model knows the bean; empty if it is not for models. */
  Optional<Class<?>> type(String name) {
    if (!beans.containsBean(name)) {
      return Optional.empty();
    }
    if (beans.isTypeMatch(name, DrawnEffect.class)) {
      return Optional.of(JavaDelegate.class);
    }
    return Set.<Class<?>>of(JavaDelegate.class, GroupList.class).stream()
        .filter(type -> beans.isTypeMatch(name, type))
        .findFirst();
  }

  Optional<DrawnEffect> effect(String name) {
    return Optional.of(name)
        .filter(step -> beans.containsBean(step) && beans.isTypeMatch(step, DrawnEffect.class))
        .map(step -> beans.getBean(step, DrawnEffect.class));
  }

  boolean isOfTheProduct(String name) {
    return beans.containsBean(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String bean && type(bean).isPresent();
  }

  /** Of a step no more than that it can be taken: its fields are not for models to fill. */
  @Override
  public Object get(Object name) {
    if (!containsKey(name)) {
      return null;
    }
    Object bean = beans.getBean((String) name);
    if (bean instanceof DrawnEffect effect) {
      return (JavaDelegate)
          step -> {
            EffectSteps.requireOnce(step);
            effect.apply(step.getProcessInstanceId(), EffectSteps.values(step));
          };
    }
    return bean instanceof JavaDelegate step ? (JavaDelegate) step::execute : bean;
  }

  /** They are found by name; nobody lists them. */
  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return Set.of();
  }
}
