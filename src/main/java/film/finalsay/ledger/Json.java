package film.finalsay.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts by name, and lists of them, as one text that is always the same. */
public final class Json {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Json() {}

  /** Its names in order. */
  public static String written(Map<String, String> texts) {
    return json(new TreeMap<>(texts));
  }

  static String written(List<String> texts) {
    return json(texts);
  }

  /**
   * @throws IllegalArgumentException if somebody has changed what was written
   */
  public static Map<String, String> read(String written) {
    return read(written, new TypeReference<TreeMap<String, String>>() {});
  }

  static List<String> readList(String written) {
    return read(written, new TypeReference<List<String>>() {});
  }

  private static String json(Object texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static <T> T read(String written, TypeReference<T> type) {
    try {
      return JSON.readValue(written, type);
    } catch (JsonProcessingException changed) {
      throw new IllegalArgumentException(changed);
    }
  }
}
