package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.FilmFinance.SourceSummary;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A package as texts by name, whole: what an answer is an answer to, and what the ledger keeps of
 * each filing. It tells what is on file and not what follows from the day.
 */
final class PackageSubject {

  private final Map<String, String> texts = new HashMap<>();

  private PackageSubject() {}

  /**
   * @param total of the budget when it was filed; null if none was named
   */
  static Map<String, String> of(PackageContents contents, Money total) {
    PackageSubject subject = new PackageSubject();
    subject.words(contents, total);
    subject.finance(contents);
    subject.attachments(contents);
    contents.filed().items().forEach(subject::item);
    return subject.texts;
  }

  private void words(PackageContents contents, Money total) {
    GreenlightPackage filed = contents.filed();
    put("film", contents.film().id());
    put("kind", contents.film().kind());
    put("logline", filed.logline());
    put("vision", filed.vision());
    put("budgetVersion", filed.budgetVersion());
    put("total", total == null ? null : total.plain());
    put("scriptDraft", filed.scriptDraft());
    put("scriptDocument", contents.script() == null ? null : contents.script().sha256());
    put("scheduleStart", filed.scheduleStart());
    put("scheduleEnd", filed.scheduleEnd());
  }

  private void finance(PackageContents contents) {
    put("financePlan", contents.filed().financePlan());
    if (contents.plan() != null) {
      contents.plan().sources().forEach(source -> put("source " + source.name(), text(source)));
    }
    put("salesEstimates", contents.filed().salesEstimates());
    if (contents.estimates() != null) {
      put(
          "salesAgent",
          "%s, %s, document %s"
              .formatted(
                  contents.estimates().agent(),
                  contents.estimates().date(),
                  contents.estimates().document()));
      put("salesAsk", contents.estimates().ask().plain());
      put("salesTake", contents.estimates().take().plain());
      put(
          "salesTerritories",
          contents.estimates().territories().stream()
              .map(
                  one ->
                      "%s %s/%s".formatted(one.territory(), one.ask().plain(), one.take().plain()))
              .collect(Collectors.joining("; ")));
    }
  }

  private void attachments(PackageContents contents) {
    put("keyAttachments", contents.filed().keyAttachments());
    for (KeyAttachment one : contents.attachments()) {
      put(
          "%s %s".formatted(one.role(), one.name()),
          "%s, %s".formatted(one.state(), one.evidence().inFull()));
    }
  }

  private void item(KeptItem item) {
    put(
        "item " + item.item(),
        "%s, owner %s, %s".formatted(item.state(), item.owner(), item.evidence().inFull()));
  }

  private static String text(SourceSummary source) {
    return "%s %s %s, expires %s, document %s, terms %s"
        .formatted(
            source.kind(),
            source.amount().plain(),
            source.state(),
            source.expires(),
            source.document(),
            source.terms());
  }

  private void put(String name, Object value) {
    texts.put(name, value == null ? null : value.toString());
  }
}
