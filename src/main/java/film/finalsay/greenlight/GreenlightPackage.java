package film.finalsay.greenlight;

import film.finalsay.register.Content;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a greenlight is decided on, as it was filed: the versions named here stay as they are. What
 * is null is missing, and is asked for before the decision.
 *
 * @param budgetVersion a version of the film's budget that exists; null if none is named
 * @param scriptDraft the label of a draft of the film that exists; null if none is named
 * @param scheduleStart first day of principal photography
 * @param scheduleEnd last day of it, on or after the first
 * @param financePlan the newest version when it was filed; null if there was none
 * @param salesEstimates the newest version when it was filed; null if there were none
 * @param keyAttachments the newest version when it was filed; null if there were none
 */
public record GreenlightPackage(
    String logline,
    String vision,
    Integer budgetVersion,
    String scriptDraft,
    LocalDate scheduleStart,
    LocalDate scheduleEnd,
    Integer financePlan,
    Integer salesEstimates,
    Integer keyAttachments) {

  GreenlightPackage with(Integer plan, Integer estimates, Integer attached) {
    return new GreenlightPackage(
        logline,
        vision,
        budgetVersion,
        scriptDraft,
        scheduleStart,
        scheduleEnd,
        plan,
        estimates,
        attached);
  }

  /** As its form names it; a value is null where there is none. */
  Map<String, Object> byName() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("logline", logline);
    fields.put("vision", vision);
    fields.put("budgetVersion", text(budgetVersion));
    fields.put("scriptDraft", scriptDraft);
    fields.put("scheduleStart", text(scheduleStart));
    fields.put("scheduleEnd", text(scheduleEnd));
    return fields;
  }

  /** What was asked for, with the versions that were the newest then. */
  Content content() {
    Content content =
        Content.of("financePlan", financePlan)
            .with("salesEstimates", salesEstimates)
            .with("keyAttachments", keyAttachments);
    for (Map.Entry<String, Object> field : byName().entrySet()) {
      content = content.with(field.getKey(), field.getValue());
    }
    return content;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
