package film.finalsay.engine.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import film.finalsay.engine.EngineSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists that people stored in the Tasklist while a version took any expression: what none of
 * this one would look up is taken out, or one such list would keep all others from being counted.
 */
@Component
@Order(4)
class StoredLists implements EngineSetup.Step {

  private static final Logger LOG = LoggerFactory.getLogger(StoredLists.class);

  private final JdbcClient jdbc;
  private final ObjectMapper json = new ObjectMapper();

  private record Stored(String id, String name, String query) {}

  StoredLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void ensure() {
    jdbc.sql("select ID_ as id, NAME_ as name, QUERY_ as query from ACT_RU_FILTER")
        .query((row, n) -> new Stored(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .forEach(this::mend);
  }

  private void mend(Stored list) {
    JsonNode query = read(list.query());
    List<String> takenOut = new ArrayList<>();
    takeOut(query, takenOut);
    if (!takenOut.isEmpty()) {
      LOG.warn("The list \"{}\" goes without {}: that is not evaluated.", list.name(), takenOut);
      jdbc.sql("update ACT_RU_FILTER set QUERY_ = :query, REV_ = REV_ + 1 where ID_ = :id")
          .param("query", query.toString())
          .param("id", list.id())
          .update();
    }
  }

  private static void takeOut(JsonNode part, List<String> takenOut) {
    part.forEach(inner -> takeOut(inner, takenOut));
    if (part instanceof ObjectNode object) {
      object
          .properties()
          .removeIf(
              field ->
                  field.getKey().toLowerCase(Locale.ROOT).endsWith("expression")
                      && !QueryWord.fits(field.getKey(), field.getValue().asText())
                      && takenOut.add(field.getKey()));
    }
  }

  /** What is no query is refused when it is read. */
  private JsonNode read(String query) {
    try {
      return json.readTree(query);
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      return json.nullNode();
    }
  }
}
