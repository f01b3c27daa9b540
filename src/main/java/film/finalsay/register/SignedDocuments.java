package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.film.Documents;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The documents that an approval rests on are, to the last byte, what was shown. */
@Component
class SignedDocuments {

  private static final int MOST_OF_A_NAME = 80;

  private final Cases cases;
  private final Documents documents;
  private final ObjectProvider<Signatures> signatures;

  /** The signatures need the register themselves, and so are asked when needed. */
  SignedDocuments(Cases cases, Documents documents, ObjectProvider<Signatures> signatures) {
    this.cases = cases;
    this.documents = documents;
    this.signatures = signatures;
  }

  /** The SHA-256 of each that is not what it was, or is gone. */
  List<String> altered(Approval approval) {
    Case request = cases.of(approval);
    return request.kind().documents(request).stream()
        .filter(sha256 -> !documents.isIntact(sha256))
        .sorted()
        .toList();
  }

  /** A document as people know it, with the SHA-256 that it had: {@code draft-3.pdf (1f0c…)}. */
  String named(Approval approval, String sha256) {
    return documents
        .find(approval.filmId(), sha256)
        .map(document -> "%s (SHA-256 %s)".formatted(shortened(document.fileName()), sha256))
        .orElse("SHA-256 " + sha256);
  }

  /** Ten of them fit into what is kept of an approval that is void. */
  private static String shortened(String fileName) {
    return fileName.length() <= MOST_OF_A_NAME
        ? fileName
        : "…" + Excerpt.ending(fileName, MOST_OF_A_NAME - 1);
  }

  /**
   * @throws BusinessRuleException (conflict) if a document was changed; what was signed becomes
   *     void as soon as the running transaction has been undone
   */
  void requireIntact(Approval approval) {
    List<String> altered = altered(approval);
    if (altered.isEmpty()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            signatures.getObject().check(approval.filmId());
          }
        });
    throw conflict(
        "A document that %s rests on is not what it was: %s. What was signed is void.",
        approval.key(),
        altered.stream().map(sha256 -> named(approval, sha256)).collect(Collectors.joining(", ")));
  }
}
