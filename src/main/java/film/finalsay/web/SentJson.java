package film.finalsay.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import film.finalsay.approval.BusinessRuleException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** JSON that was sent, looked through before anybody makes anything of it. */
public final class SentJson {

  /** A script of 10 MB, as a form attaches it, and what goes with it. */
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final int DEEPEST = 50;
  private static final int LONGEST_NUMBER = 100;

  /** Of UTF-8 and of both kinds of UTF-16. */
  private static final List<byte[]> BYTE_ORDER_MARKS =
      List.of(
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xFE, (byte) 0xFF},
          new byte[] {(byte) 0xFF, (byte) 0xFE});

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(MOST_BYTES)
                  .build())
          .build();

  /** A further look at each part. */
  @FunctionalInterface
  public interface Look {

    void at(JsonParser json, JsonToken token) throws IOException;
  }

  private SentJson() {}

  /**
   * @throws BusinessRuleException (invalid) if there is more of it than any request needs
   */
  public static byte[] read(InputStream sent) throws IOException {
    byte[] body = sent.readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw invalid("body", "is larger than %d MB.", MOST_BYTES >> 20);
    }
    return body;
  }

  /**
   * @param mostValues how many texts, numbers and the like it may hold in all
   * @throws BusinessRuleException (invalid) unless it is one object of plain texts and numbers
   */
  public static void check(byte[] body, int mostValues, Look look) throws IOException {
    if (BYTE_ORDER_MARKS.stream().anyMatch(mark -> startsWith(body, mark))) {
      throw invalid("body", "begins with a byte order mark, which is not allowed in JSON.");
    }
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw invalid("body", "has to be a JSON object.");
      }
      int values = 0;
      for (JsonToken token = json.nextToken();
          token != null && !json.getParsingContext().inRoot();
          token = json.nextToken()) {
        if (token.isScalarValue() && ++values > mostValues) {
          throw invalid("body", "has more than %d values.", mostValues);
        }
        checkText(json, token);
        look.at(json, token);
      }
      if (json.nextToken() != null) {
        throw invalid("body", "has more than one JSON object.");
      }
    } catch (JsonProcessingException malformed) {
      throw invalid("body", "is no JSON object: " + malformed.getOriginalMessage());
    }
  }

  private static boolean startsWith(byte[] body, byte[] mark) {
    return body.length >= mark.length && Arrays.equals(body, 0, mark.length, mark, 0, mark.length);
  }

  private static void checkText(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.FIELD_NAME) {
      checkText("body", json.currentName());
    } else if (token == JsonToken.VALUE_STRING) {
      checkText(field(json), json.getText());
    }
  }

  /** A variable by its own name, and not by that of the part that holds its value. */
  public static String field(JsonParser json) throws IOException {
    var around = json.getParsingContext().getParent();
    boolean partOfVariable = around != null && around.getCurrentName() != null;
    return String.valueOf(partOfVariable ? around.getCurrentName() : json.currentName());
  }

  /**
   * No database keeps a nul, and half a character cannot be written.
   *
   * @throws BusinessRuleException (invalid) naming the field
   */
  public static void checkText(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(one)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (one == 0 || Character.isSurrogate(one)) {
        throw invalid(text.equals(field) ? "body" : field, "has an invalid character.");
      }
    }
  }
}
