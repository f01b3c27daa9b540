package film.finalsay.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import film.finalsay.approval.FieldLabel;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is asked for, field by field, as JSON has it: texts, numbers, yes or no, and lists. It is
 * kept once for each submission, and what else is known of a request is told from it.
 */
public final class Content {

  public static final Content NONE = new Content(new TreeMap<>(), Map.of());

  /** Labels stay in the order of the form. */
  private static final ObjectMapper AS_IT_COMES = new ObjectMapper();

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {};
  private static final TypeReference<LinkedHashMap<String, String>> LABELS =
      new TypeReference<>() {};

  private final SortedMap<String, Object> values;
  private final Map<String, String> labels;

  private Content(SortedMap<String, Object> values, Map<String, String> labels) {
    this.values = Collections.unmodifiableSortedMap(values);
    this.labels = labels;
  }

  public static Content of(String field, Object value) {
    return NONE.with(field, value);
  }

  /**
   * @param value a text, a number, a boolean or a list of such; of anything else its text is kept;
   *     null leaves the field out
   */
  public Content with(String field, Object value) {
    SortedMap<String, Object> more = new TreeMap<>(values);
    more.remove(field);
    if (value != null) {
      more.put(field, isPlain(value) ? value : value.toString());
    }
    return new Content(more, labels);
  }

  /**
   * @param calls how the form that asked for it calls its fields, by their names
   */
  Content labelled(Map<String, String> calls) {
    return new Content(values, calls);
  }

  /** Field by field, as people call them, in the order in which the form asks for them. */
  public String inWords() {
    Map<String, String> fields = new LinkedHashMap<>();
    labels.keySet().forEach(field -> find(field).ifPresent(value -> fields.put(field, value)));
    fields().forEach(fields::putIfAbsent);
    return fields.entrySet().stream()
        .map(
            field ->
                "- **%s**: %s"
                    .formatted(
                        Markdown.row(
                            labels.getOrDefault(field.getKey(), FieldLabel.of(field.getKey()))),
                        Markdown.row(field.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Iterable<?>;
  }

  Map<String, String> labels() {
    return labels;
  }

  public Map<String, Object> values() {
    return values;
  }

  /** The same as texts: a list as JSON. */
  public Map<String, String> fields() {
    SortedMap<String, String> fields = new TreeMap<>();
    values.forEach(
        (field, value) ->
            fields.put(field, value instanceof Iterable<?> ? json(JSON, value) : value.toString()));
    return fields;
  }

  /**
   * @throws NoSuchElementException if the field has no value
   */
  public String text(String field) {
    return find(field).orElseThrow(() -> new NoSuchElementException(field));
  }

  public Optional<String> find(String field) {
    return Optional.ofNullable(fields().get(field));
  }

  public int number(String field) {
    return Integer.parseInt(text(field));
  }

  public Money money(String field, Currency currency) {
    return Money.of(new BigDecimal(text(field)), currency);
  }

  /** Sorted by name and without blanks, so that the same content is written alike. */
  String written() {
    return json(JSON, values);
  }

  /** Null if no form asked for it. */
  String writtenLabels() {
    return labels.isEmpty() ? null : json(AS_IT_COMES, labels);
  }

  /**
   * @param labels null if no form asked for it
   */
  static Content read(String written, String labels) {
    try {
      return new Content(
          JSON.readValue(written, VALUES),
          labels == null ? Map.of() : JSON.readValue(labels, LABELS));
    } catch (JsonProcessingException writtenByUs) {
      throw new IllegalStateException(writtenByUs);
    }
  }

  private static String json(ObjectMapper mapper, Object plain) {
    try {
      return mapper.writeValueAsString(plain);
    } catch (JsonProcessingException onlyPlainValues) {
      throw new IllegalStateException(onlyPlainValues);
    }
  }
}
