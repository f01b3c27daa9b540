package film.finalsay.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The engine's API as it documents itself, to be walked. */
final class OpenApi {

  /**
   * @param path with its parameters in braces
   * @param parameters in the query
   * @param fields of the body, at its first level
   * @param lists those of the fields that are lists of texts
   */
  record Operation(
      String method,
      String path,
      List<String> parameters,
      List<String> fields,
      List<String> lists) {

    /** The path with ids that are none. */
    String anyPath() {
      return path.replaceAll("\\{[^}]+}", "none");
    }

    boolean hasBody() {
      return !fields.isEmpty();
    }
  }

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  static List<Operation> operations() {
    try (InputStream document = OpenApi.class.getResourceAsStream("/openapi.json")) {
      return new OpenApi(new ObjectMapper().readTree(document)).all();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                operation(
                                    method.getKey().toUpperCase(),
                                    path.getKey(),
                                    method.getValue()))));
    return operations;
  }

  private Operation operation(String method, String path, JsonNode operation) {
    List<String> parameters =
        StreamSupport.stream(operation.path("parameters").spliterator(), false)
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .map(parameter -> parameter.path("name").asText())
            .toList();
    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
    TreeSet<String> fields = new TreeSet<>();
    TreeSet<String> lists = new TreeSet<>();
    read(body, fields, lists);
    return new Operation(method, path, parameters, List.copyOf(fields), List.copyOf(lists));
  }

  private void read(JsonNode schema, TreeSet<String> fields, TreeSet<String> lists) {
    JsonNode resolved = resolved(schema);
    resolved.path("allOf").forEach(part -> read(part, fields, lists));
    resolved
        .path("properties")
        .properties()
        .forEach(
            property -> {
              fields.add(property.getKey());
              if (property.getValue().at("/items/type").asText().equals("string")) {
                lists.add(property.getKey());
              }
            });
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
