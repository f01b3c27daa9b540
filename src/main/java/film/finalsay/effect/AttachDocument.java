package film.finalsay.effect;

import film.finalsay.approval.DrawnEffect;
import film.finalsay.approval.Inputs;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.register.Case;
import film.finalsay.register.DrawnEffects;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Puts on record which document was approved: the one that a field of the request names by its
 * SHA-256, {@code document} unless the step names another.
 */
@Component("attachDocument")
class AttachDocument implements DrawnEffect {

  private static final String FIELD = "field";
  private static final String DOCUMENT = "document";
  private static final int SHA256 = 64;

  /** Film and subject stand on record by themselves, and are no documents. */
  private static final Predicate<String> NAME =
      Pattern.compile("(?!(film|subject)$)[\\p{L}_][\\p{L}\\p{N}_.-]*").asMatchPredicate();

  private final DrawnEffects effects;
  private final Documents documents;

  AttachDocument(DrawnEffects effects, Documents documents) {
    this.effects = effects;
    this.documents = documents;
  }

  @Override
  public List<String> problems(Map<String, String> values) {
    return NAME.test(values.getOrDefault(FIELD, DOCUMENT))
        ? List.of()
        : List.of("needs an extension property \"field\" that names a field of the request");
  }

  @Override
  public void require(String processInstanceId, Map<String, String> values) {
    document(effects.request(processInstanceId), values);
  }

  @Override
  public void apply(String processInstanceId, Map<String, String> values) {
    effects.apply(
        processInstanceId,
        request -> {
          Document document = document(request, values);
          return Map.of("attached", document.fileName(), DOCUMENT, document.sha256());
        });
  }

  private Document document(Case request, Map<String, String> values) {
    String field = values.getOrDefault(FIELD, DOCUMENT);
    String sha256 = Inputs.of(request.content().values()).text(field, SHA256);
    return documents.named(request.film(), field, sha256);
  }
}
