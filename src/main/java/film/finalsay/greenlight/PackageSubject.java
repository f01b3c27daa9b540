package film.finalsay.greenlight;

import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import film.finalsay.film.FilmFinance.SourceSummary;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A package as texts by name: what an answer is an answer to, and what the ledger keeps of each
 * filing. It tells what is on file and not what follows from the day.
 *
 * <p>Sources, territories and evidence stand by their fingerprints: one entry of the ledger would
 * not hold all that a package may name, and their own versions keep it.
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
    contents.items().forEach(subject::item);
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
      put(
          "sources",
          Fingerprint.of(
              contents.plan().sources().stream()
                  .collect(Collectors.toMap(SourceSummary::name, PackageSubject::text))));
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
          Fingerprint.of(
              contents.estimates().territories().stream()
                  .collect(
                      Collectors.toMap(
                          one -> one.territory(),
                          one -> "%s/%s".formatted(one.ask().plain(), one.take().plain())))));
    }
  }

  private void attachments(PackageContents contents) {
    put("keyAttachments", contents.filed().keyAttachments());
    for (KeyAttachment one : contents.attachments()) {
      put(
          "%s %s".formatted(one.role(), one.name()),
          "%s, evidence %s".formatted(one.state(), sha256(one.evidence())));
    }
  }

  private void item(KeptItem item) {
    put(
        "item " + item.item(),
        "%s, owner %s, %s".formatted(item.state(), item.owner(), item.evidence().inFull()));
  }

  private static String sha256(Evidence evidence) {
    return Fingerprint.of(evidence.inFull().getBytes(StandardCharsets.UTF_8));
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
