package film.finalsay.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import film.finalsay.approval.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a row holds besides its key, by column; long texts by their fingerprint. */
record RowContent(Map<String, String> values) {

  private static final int LONG = 200;

  static RowContent of(Map<String, String> columns) {
    Map<String, String> values = new TreeMap<>(columns);
    values.replaceAll((name, value) -> shortened(value));
    return new RowContent(values);
  }

  static RowContent read(String written) {
    return new RowContent(Json.read(written));
  }

  String written() {
    return Json.written(values);
  }

  /** As it stands in the ledger and in findings: {@code ["NOVA","exec1"]}. */
  static String key(List<String> texts) {
    return Json.written(texts);
  }

  static List<String> readKey(String key) {
    return Json.readList(key);
  }

  /**
   * The first column that a table holds otherwise. A column that came or went with a later version
   * is none.
   */
  Optional<String> firstOtherIn(RowContent table) {
    return values.keySet().stream()
        .filter(table.values::containsKey)
        .filter(name -> !Objects.equals(values.get(name), table.values.get(name)))
        .findFirst();
  }

  private static String shortened(String value) {
    return value == null || value.length() <= LONG
        ? value
        : "sha256:" + Fingerprint.of(value.getBytes(UTF_8));
  }
}
