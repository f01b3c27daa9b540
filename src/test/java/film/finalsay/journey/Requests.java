package film.finalsay.journey;

import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What people ask for, filled in as on a good day. */
final class Requests {

  private Requests() {}

  static Map<String, Object> transfer(TestFilm film, String from, String to, String amount) {
    Map<String, Object> request = budgetChange(film, "TRANSFER", to, amount);
    request.put("fromAccount", from);
    return request;
  }

  static Map<String, Object> contingency(TestFilm film, String to, String amount) {
    return budgetChange(film, "CONTINGENCY", to, amount);
  }

  static Map<String, Object> overage(TestFilm film, String on, String amount) {
    return budgetChange(film, "OVERAGE", on, amount);
  }

  static Map<String, Object> increase(TestFilm film, String of, String amount) {
    return budgetChange(film, "INCREASE", of, amount);
  }

  private static Map<String, Object> budgetChange(
      TestFilm film, String kind, String to, String amount) {
    return new HashMap<>(
        Map.of(
            "film", film.id(),
            "kind", kind,
            "toAccount", to,
            "amount", amount,
            "reason", "The harbour asks for a second week."));
  }

  /** A draft whose document goes by its SHA-256, or is attached. */
  static Map<String, Object> draft(TestFilm film, String label, Object document) {
    Map<String, Object> request = draftOnFile(film, label);
    request.put("document", document);
    return request;
  }

  static Map<String, Object> draftOnFile(TestFilm film, String label) {
    return new HashMap<>(
        Map.of("film", film.id(), "draft", label, "summary", "The lighthouse burns down earlier."));
  }

  /** A script as a caller attaches it; a text without a scene becomes one. */
  static Map<String, Object> script(String fileName, String text) {
    return attached(fileName, TestFilm.scene(text));
  }

  /** A file as a caller attaches it to a variable. */
  static Map<String, Object> attached(String fileName, String text) {
    return Map.of(
        "value",
        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
        "type",
        "File",
        "valueInfo",
        Map.of("filename", fileName, "mimetype", "text/plain"));
  }

  /** A package that lacks nothing, once the film is packaged and has this approved script. */
  static Map<String, Object> greenlight(TestFilm film, String approvedDraft) {
    return new HashMap<>(
        Map.of(
            "film", film.id(),
            "logline", "A lighthouse keeper saves the one ship that looks for her.",
            "vision", "A hopeful film about people who keep the light on.",
            "budgetVersion", 1,
            "scriptDraft", approvedDraft,
            "scheduleStart", "2027-03-01",
            "scheduleEnd", "2027-04-16"));
  }

  static Map<String, Object> with(Map<String, ?> request, String variable, Object value) {
    Map<String, Object> changed = new HashMap<>(request);
    changed.put(variable, value);
    return changed;
  }

  static Map<String, Object> without(Map<String, ?> request, String... variables) {
    Map<String, Object> changed = new HashMap<>(request);
    for (String variable : variables) {
      changed.remove(variable);
    }
    return changed;
  }

  /** The same request as the answer at a step that prepares it. */
  static Map<String, Object> resubmitted(Map<String, ?> request) {
    return with(without(request, "film"), "decision", "RESUBMIT");
  }
}
