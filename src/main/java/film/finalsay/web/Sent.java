package film.finalsay.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;

/**
 * A body as it was sent. What reads it looks at each field by its meaning, and refuses by name what
 * is missing, wrong or not asked for.
 *
 * @param <T> its fields for the API's documentation; nothing is made of it
 */
public record Sent<T>(Map<String, Object> fields) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static <T> Sent<T> of(Map<String, Object> fields) {
    return new Sent<>(fields);
  }
}
