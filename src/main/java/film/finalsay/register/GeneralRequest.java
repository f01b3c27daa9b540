package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.AttachedFile;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.approval.Role;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whatever a process asks for that a modeller drew: its content is what it was started with. It is
 * decided as every other, and has no effect of ours.
 */
@Component
class GeneralRequest implements RequestKind {

  private static final int MAX_SUBJECT = 500;

  /** What one entry of the ledger holds, with room for the rest of it. */
  private static final int MOST = 50_000;

  private static final String SUBJECT = "subject";

  /** Says who asks and answers, and is no content. */
  private static final Set<String> NOT_CONTENT =
      Set.of("film", SUBJECT, "requester", "requesterRole", "decision", "comment");

  private static final Predicate<String> SHA256 =
      Pattern.compile("[0-9a-f]{64}").asMatchPredicate();

  private final Documents documents;

  GeneralRequest(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.GENERAL, "AP").askedBy(Role.SUBMITTING);
  }

  /** What an amendment leaves out stays as it was. */
  @Override
  public Submission submit(Asking asking) {
    Case before = asking.amended();
    String subject =
        asking
            .sent()
            .optionalText(SUBJECT, MAX_SUBJECT)
            .orElseGet(() -> before == null ? asking.process() : before.approval().subject());
    Content content = before == null ? Content.NONE : before.content();
    for (Map.Entry<String, ?> field : asking.sent().all().entrySet()) {
      // who calls a process hands on what its own request is shown by
      if (!NOT_CONTENT.contains(field.getKey()) && !OnEveryForm.OURS.contains(field.getKey())) {
        content = content.with(field.getKey(), plain(field.getValue()));
      }
    }
    requireFits(content);
    requireNamesApart(content);
    return Submission.of(subject, null, content);
  }

  /**
   * A file stands by its fingerprint: the ledger keeps the request whole. A text stands without the
   * blanks around it, as whoever reads it as an account or a document takes it.
   */
  private static Object plain(Object value) {
    if (value instanceof AttachedFile file) {
      return "%s (SHA-256 %s)".formatted(file.fileName(), Fingerprint.of(file.content()));
    }
    return value instanceof String text ? text.strip() : value;
  }

  /** An interest in the account that it names counts as for every other request. */
  @Override
  public Set<String> accounts(Case request) {
    return request.content().find("account").map(Set::of).orElse(Set.of());
  }

  /** Those that its fields name, by SHA-256. */
  @Override
  public Set<String> documents(Case request) {
    return named(request).map(Document::sha256).collect(Collectors.toSet());
  }

  @Override
  public Map<String, String> brief(Case request) {
    String documents =
        named(request)
            .map(
                document ->
                    "\n- <a href=\"/api/films/%s/documents/%s\" target=\"_blank\">%s</a>"
                        .formatted(
                            request.film().id(),
                            document.sha256(),
                            Markdown.label(document.inWords())))
            .collect(Collectors.joining());
    return documents.isEmpty()
        ? Map.of()
        : Map.of(OnEveryForm.CONTENT, request.content().inWords() + documents);
  }

  private Stream<Document> named(Case request) {
    return request.content().fields().values().stream()
        .filter(SHA256)
        .distinct()
        .flatMap(sha256 -> documents.find(request.film().id(), sha256).stream());
  }

  private static void requireNamesApart(Content content) {
    Map<String, String> named = new HashMap<>();
    for (String field : content.values().keySet()) {
      String other =
          named.put(field.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT), field);
      if (other != null) {
        throw invalid(field, "reads like \"%s\", which was sent as well.", other);
      }
    }
  }

  private static void requireFits(Content content) {
    if (content.written().length() <= MOST) {
      return;
    }
    String longest =
        Collections.max(
                content.fields().entrySet(), Comparator.comparing(one -> one.getValue().length()))
            .getKey();
    throw invalid(longest, "is too long: all fields together may have %d characters.", MOST);
  }

  /** A file stays with the process as it came. */
  @Override
  public Map<String, Object> variables(Case request) {
    Map<String, Object> variables = new HashMap<>(request.content().values());
    variables
        .values()
        .removeIf(
            value ->
                !(value instanceof String || value instanceof Number || value instanceof Boolean));
    return variables;
  }

  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put(SUBJECT, request.approval().subject());
    return subject;
  }
}
