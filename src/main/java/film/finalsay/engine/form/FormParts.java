package film.finalsay.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The parts of a Camunda Form that comes with the product. */
public record FormParts(JsonNode form) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static FormParts read(String file) {
    try (InputStream content = FormParts.class.getResourceAsStream(file)) {
      return new FormParts(JSON.readTree(content));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A file as JSON; that is null if it is something else. */
  public static JsonNode tree(byte[] file) {
    try {
      return JSON.readTree(file);
    } catch (JsonProcessingException noJson) {
      return JSON.nullNode();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  JsonNode parts() {
    return form.path("components");
  }

  JsonNode part(String id) {
    return in(form).filter(part -> part.path("id").asText().equals(id)).findFirst().orElseThrow();
  }

  static Stream<JsonNode> in(JsonNode component) {
    return component.path("components") instanceof ArrayNode parts
        ? StreamSupport.stream(parts.spliterator(), false)
        : Stream.empty();
  }

  /** The name of a variable as a label. */
  static String inWords(String name) {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
