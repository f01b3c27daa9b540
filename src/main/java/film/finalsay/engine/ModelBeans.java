package film.finalsay.engine;

import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression in a model can reach: the steps that are made for models, and nothing else of
 * the product. Whoever draws a process cannot call a repository from it.
 */
final class ModelBeans extends AbstractMap<Object, Object> {

  private final BeanFactory beans;

  ModelBeans(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String bean
        && beans.containsBean(bean)
        && (beans.isTypeMatch(bean, JavaDelegate.class)
            || beans.isTypeMatch(bean, GroupList.class));
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? beans.getBean((String) name) : null;
  }

  /** They are found by name; nobody lists them. */
  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return Set.of();
  }
}
