package film.finalsay.engine.people;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;

/** That a person or group was saved, and which of its fields are others than before. */
final class Change extends IdentityOperationResult {

  private static final String GOES_WITH_PASSWORD = "salt";

  private final String fields;

  /**
   * @param before null if there was none
   */
  Change(IdentityOperationResult saved, DbEntity before) {
    super(saved.getValue(), saved.getOperation());
    this.fields = before == null ? null : fields(state(before), state(saved.getValue()));
  }

  /**
   * @return by name; null if it is new
   */
  String fields() {
    return fields;
  }

  private static String fields(Map<?, ?> before, Map<?, ?> now) {
    return now.keySet().stream()
        .filter(field -> !Objects.equals(before.get(field), now.get(field)))
        .map(Object::toString)
        .filter(field -> !field.equals(GOES_WITH_PASSWORD))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Map<?, ?> state(Object entity) {
    return (Map<?, ?>) ((DbEntity) entity).getPersistentState();
  }
}
