package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.ledger.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person read on a form.
 *
 * @param texts by the name under which the form shows them; none if nothing was shown
 */
record ShownForm(Map<String, String> texts) {

  /** Without the minute, by which no two readings would be alike. */
  static ShownForm of(Map<String, String> laidOut) {
    Map<String, String> texts = new TreeMap<>(laidOut);
    texts.remove(OnEveryForm.AS_OF);
    return new ShownForm(texts);
  }

  static ShownForm read(String json) {
    return new ShownForm(Json.read(json));
  }

  String json() {
    return Json.written(texts);
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
