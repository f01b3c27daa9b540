package film.finalsay.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import film.finalsay.approval.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is sent to the engine's API, looked through before the engine sees it: it would stumble over
 * what is no request at all, and it would follow instructions that lead past a step.
 */
final class EngineInput {

  /** What the engine can still hold as a number of its own. */
  private static final BigDecimal LARGEST = new BigDecimal("1.7e308");

  /** A script of 10 MB, as a form attaches it, and what goes with it. */
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final int DEEPEST = 50;
  private static final int LONGEST_NUMBER = 100;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "DELETE");
  private static final Set<String> PAGING = Set.of("firstResult", "maxResults");
  private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/.*");
  private static final Pattern DEPLOYMENT = Pattern.compile("/engine-rest/deployment/create/?");
  private static final Pattern COMMENT =
      Pattern.compile("/engine-rest/task/[^/]+/comment/create/?");

  /** What is said by the path alone. */
  private static final Pattern BARE =
      Pattern.compile(
          "/engine-rest/(task/[^/]+/unclaim|user/[^/]+/unlock)/?|/camunda/api/admin/.*");

  /** By these a start begins in the middle, and a listener is left out. */
  private static final List<String> SHORT_CUTS =
      List.of("startinstructions", "skipcustomlisteners", "skipiomappings");

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

  private EngineInput() {}

  /**
   * @return the request, to be read from the beginning
   * @throws Refusal (invalid) naming what is wrong with it
   */
  static HttpServletRequest checked(HttpServletRequest request) throws IOException {
    String route = EngineRoutes.route(request);
    if (LOGIN.matcher(route).matches()) {
      return request;
    }
    checkQuery(request);
    if (!WITH_BODY.contains(request.getMethod())) {
      return request;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw Refusal.invalid("body", "is larger than %d MB.".formatted(MOST_BYTES >> 20));
    }
    if (body.length == 0 && "POST".equals(request.getMethod()) && !BARE.matcher(route).matches()) {
      throw Refusal.invalid("body", "is missing.");
    }
    if (body.length > 0 && DEPLOYMENT.matcher(route).matches()) {
      requireType(request, MediaType.MULTIPART_FORM_DATA);
    } else if (body.length > 0) {
      requireType(request, MediaType.APPLICATION_JSON);
      checkJson(body, COMMENT.matcher(route).matches());
    }
    return new ReadRequest(request, body);
  }

  private static void checkQuery(HttpServletRequest request) {
    // not the request's parameters: to find them, the container reads a form's body, too
    UriComponentsBuilder.newInstance()
        .query(request.getQueryString())
        .build()
        .getQueryParams()
        .forEach((name, values) -> values.forEach(value -> checkParameter(name, value)));
  }

  private static void checkParameter(String nameSent, String valueSent) {
    String name = decoded(nameSent);
    String value = valueSent == null ? "" : decoded(valueSent);
    refuseShortCut(name);
    checkText(name, value);
    if (PAGING.contains(name) && !value.matches("\\d{1,9}")) {
      throw Refusal.invalid(name, "has to be a whole number from 0.");
    }
  }

  private static String decoded(String sent) {
    try {
      return URLDecoder.decode(sent, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.invalid("query", "is not well-formed.");
    }
  }

  private static void requireType(HttpServletRequest request, MediaType wanted) {
    boolean fits;
    try {
      MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
      fits = wanted.equalsTypeAndSubtype(type);
    } catch (RuntimeException unreadable) {
      fits = false;
    }
    if (!fits) {
      throw Refusal.invalid("Content-Type", "has to be %s.".formatted(wanted));
    }
  }

  private static void checkJson(byte[] body, boolean comment) throws IOException {
    if (BYTE_ORDER_MARKS.stream().anyMatch(mark -> startsWith(body, mark))) {
      throw Refusal.invalid("body", "begins with a byte order mark, which JSON has not.");
    }
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw Refusal.invalid("body", "has to be a JSON object.");
      }
      for (JsonToken token = json.nextToken();
          token != null && !json.getParsingContext().inRoot();
          token = json.nextToken()) {
        checkToken(json, token, comment);
      }
      if (json.nextToken() != null) {
        throw Refusal.invalid("body", "has more than one JSON object.");
      }
    } catch (JsonProcessingException malformed) {
      throw Refusal.invalid("body", "is no JSON object: " + malformed.getOriginalMessage());
    }
  }

  private static boolean startsWith(byte[] body, byte[] mark) {
    return body.length >= mark.length && Arrays.equals(body, 0, mark.length, mark, 0, mark.length);
  }

  private static void checkToken(JsonParser json, JsonToken token, boolean comment)
      throws IOException {
    switch (token) {
      case FIELD_NAME -> {
        String name = json.currentName();
        checkText("body", name);
        if (json.getParsingContext().getParent().inRoot()) {
          refuseShortCut(name);
          if (comment && !name.equals("message")) {
            throw Refusal.invalid(name, "is not for you to say; a comment has a message.");
          }
        }
      }
      case VALUE_STRING -> {
        checkText(field(json), json.getText());
        if ("type".equals(json.currentName()) && "object".equalsIgnoreCase(json.getText())) {
          throw Refusal.invalid("variables", "only plain values are taken: text, numbers, files.");
        }
      }
      case VALUE_NUMBER_FLOAT -> {
        if (json.getDecimalValue().abs().compareTo(LARGEST) > 0) {
          throw Refusal.invalid(field(json), "is too large a number.");
        }
      }
      default -> {
        // nothing that the engine would stumble over
      }
    }
  }

  private static void refuseShortCut(String name) {
    if (SHORT_CUTS.contains(name.toLowerCase(Locale.ROOT))) {
      throw Refusal.invalid(
          name, "is closed: a request starts at its beginning, and no listener is left out.");
    }
  }

  /** A variable by its own name, and not by that of the part that holds its value. */
  private static String field(JsonParser json) throws IOException {
    JsonStreamContext around = json.getParsingContext().getParent();
    boolean partOfVariable = around != null && around.getCurrentName() != null;
    return String.valueOf(partOfVariable ? around.getCurrentName() : json.currentName());
  }

  /** No database keeps a nul, and half a character is none. */
  private static void checkText(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(one)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (one == 0 || Character.isSurrogate(one)) {
        throw Refusal.invalid(
            text.equals(field) ? "body" : field, "contains a character that is none.");
      }
    }
  }
}
