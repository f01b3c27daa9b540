package film.finalsay.approval;

import java.util.List;
import java.util.Map;

/**
 * What a process that a modeller drew does once what it asks for is approved. A model names it as a
 * step, by the name of its bean, and gives it fixed values in extension properties of the step.
 */
public interface DrawnEffect {

  /** What is wrong with the values of a step, in words that follow its id. */
  default List<String> problems(Map<String, String> values) {
    return List.of();
  }

  /**
   * Looks at a request as soon as it is on file, and each time it is amended: who asks learns then
   * what would be refused at the end.
   *
   * @throws BusinessRuleException if it could not take this effect
   */
  default void require(String processInstanceId, Map<String, String> values) {}

  /**
   * @throws BusinessRuleException (conflict) if it is not agreed to, or cannot take effect any more
   */
  void apply(String processInstanceId, Map<String, String> values);
}
