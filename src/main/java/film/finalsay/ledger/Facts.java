package film.finalsay.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of an event as one text: JSON with its names in order, so that it is always the same.
 */
final class Facts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Facts() {}

  static String written(Map<String, String> facts) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(facts));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Map<String, String> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException changed) {
      throw new IllegalArgumentException(changed);
    }
  }
}
