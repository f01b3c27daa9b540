package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.invalid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.OnEveryForm;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person read on a form.
 *
 * @param texts by the name under which the form shows them; none if nothing was shown
 */
record ShownForm(Map<String, String> texts) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  /** Without the minute, by which no two readings would be alike. */
  static ShownForm of(Map<String, String> laidOut) {
    Map<String, String> texts = new TreeMap<>(laidOut);
    texts.remove(OnEveryForm.AS_OF);
    return new ShownForm(texts);
  }

  static ShownForm read(String json) {
    try {
      return new ShownForm(JSON.readValue(json, TEXTS));
    } catch (JsonProcessingException writtenByUs) {
      throw new IllegalStateException(writtenByUs);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException onlyTexts) {
      throw new IllegalStateException(onlyTexts);
    }
  }

  /** Null if nothing was shown. */
  String sha256() {
    return texts.isEmpty() ? null : Fingerprint.of(texts);
  }

  /**
   * @throws BusinessRuleException (invalid) if a text was sent back with another content
   */
  void requireNotSentOtherwise(Map<String, Object> sent) {
    texts.forEach(
        (name, text) -> {
          if (sent.containsKey(name) && !text.equals(sent.get(name))) {
            throw invalid(name, "is what was shown to you; leave it out.");
          }
        });
  }
}
