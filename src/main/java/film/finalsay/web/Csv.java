package film.finalsay.web;

import film.finalsay.approval.BusinessRuleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/** CSV files, as they come and as they go. */
public final class Csv {

  public static final String TYPE = "text/csv";

  private static final int MAX_BYTES = 1024 * 1024;
  private static final MediaType IN_UTF_8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private Csv() {}

  /**
   * @throws BusinessRuleException (invalid) naming {@code file} if it is larger than 1 MB
   */
  public static byte[] content(InputStream file) throws IOException {
    byte[] content = file.readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw BusinessRuleException.invalid("file", "is larger than 1 MB.");
    }
    return content;
  }

  public static ResponseEntity<byte[]> answer(String text) {
    return answer(ResponseEntity.ok(), text);
  }

  /**
   * @param start with the headers that the file needs besides
   */
  public static ResponseEntity<byte[]> answer(BodyBuilder start, String text) {
    return start.contentType(IN_UTF_8).body(text.getBytes(StandardCharsets.UTF_8));
  }
}
