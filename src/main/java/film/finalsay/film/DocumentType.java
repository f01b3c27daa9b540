package film.finalsay.film;

import film.finalsay.approval.BusinessRuleException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/** The type of a document, as one that it can be handed out as. */
final class DocumentType {

  private static final int LONGEST = 200;

  private DocumentType() {}

  /**
   * @param sent as the sender calls it; may be missing
   * @throws BusinessRuleException (invalid) naming the field if it is no type, or many
   */
  static String of(String field, String sent) {
    if (sent == null || sent.isBlank()) {
      return MimeTypeUtils.APPLICATION_OCTET_STREAM_VALUE;
    }
    try {
      MimeType type = MimeTypeUtils.parseMimeType(sent);
      if (type.isConcrete() && type.toString().length() <= LONGEST) {
        return type.toString();
      }
    } catch (InvalidMimeTypeException noType) {
      // refused below, with every other type that is none
    }
    throw BusinessRuleException.invalid(field, "has to be of one type, as in application/pdf.");
  }
}
