package film.finalsay.engine.http;

import static film.finalsay.approval.BusinessRuleException.invalid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.web.SentJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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

  /** More than any form sends, and far fewer than a database takes in one query. */
  private static final int MOST_VALUES = 2000;

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "DELETE");
  private static final Set<String> PAGING = Set.of("firstResult", "maxResults");
  private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/.*");
  private static final Pattern DEPLOYMENT = Pattern.compile("/engine-rest/deployment/create/?");

  /** The name of a part of a deployment, and of its file. */
  private static final Pattern PART =
      Pattern.compile(
          "(?im)\\b(name|filename)=(?<=^content-disposition:[^\\r\\n]{0,410})\"([^\"\\r\\n]*)\"");

  private static final Pattern COMMENT =
      Pattern.compile("/engine-rest/task/[^/]+/comment/create/?");

  /** A list of the Tasklist, made or changed. */
  private static final Pattern STORED_LIST = Pattern.compile("/engine-rest/filter/[^/]+/?");

  /**
   * Whoever ends a request that is stuck may leave out what its model does at its end; what the
   * product does then is never left out.
   */
  private static final Pattern INSTANCE = Pattern.compile("/engine-rest/process-instance/[^/]+/?");

  /** What is said by the path alone. */
  private static final Pattern BARE =
      Pattern.compile(
          "/engine-rest/(task/[^/]+/unclaim|user/[^/]+/unlock)/?|/camunda/api/admin/.*");

  /** A person's profile, or a group. */
  private static final Pattern CHANGED =
      Pattern.compile("/engine-rest/(?:user/([^/]+)/profile|group/([^/]+))/?");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** By these a start begins in the middle, and a listener is left out. */
  private static final List<String> SHORT_CUTS =
      List.of("startinstructions", "skipcustomlisteners", "skipiomappings");

  private EngineInput() {}

  /**
   * @return the request, to be read from the beginning
   * @throws BusinessRuleException (invalid) naming what is wrong with it
   */
  static HttpServletRequest checked(HttpServletRequest request) throws IOException {
    String route = EngineRoutes.route(request);
    if (LOGIN.matcher(route).matches()) {
      return request;
    }
    boolean ends = "DELETE".equals(request.getMethod()) && INSTANCE.matcher(route).matches();
    checkQuery(request, ends);
    if (!WITH_BODY.contains(request.getMethod())) {
      return request;
    }
    byte[] body = SentJson.read(request.getInputStream());
    if (body.length == 0 && "POST".equals(request.getMethod()) && !BARE.matcher(route).matches()) {
      throw invalid("body", "is missing.");
    }
    if (body.length > 0 && DEPLOYMENT.matcher(route).matches()) {
      requireType(request, MediaType.MULTIPART_FORM_DATA);
      requireOneFileOfEachName(body);
    } else if (body.length > 0) {
      requireType(request, MediaType.APPLICATION_JSON);
      boolean comment = COMMENT.matcher(route).matches();
      boolean list = STORED_LIST.matcher(route).matches();
      SentJson.check(body, MOST_VALUES, (json, token) -> checkToken(json, token, comment, list));
      checkSameId(request.getMethod(), route, body);
    }
    return new ReadRequest(request, body);
  }

  /**
   * The engine writes over whatever the body names, and calls it overtaken if that is not there.
   */
  private static void checkSameId(String method, String route, byte[] body) throws IOException {
    Matcher changed = CHANGED.matcher(route);
    if (!"PUT".equals(method) || !changed.matches()) {
      return;
    }
    String id = changed.group(1) == null ? changed.group(2) : changed.group(1);
    if (!id.equals(JSON.readTree(body).path("id").asText())) {
      throw invalid("id", "has to be \"%s\", as in the address.", id);
    }
  }

  private static void checkQuery(HttpServletRequest request, boolean ends) {
    // not the request's parameters: to find them, the container reads a form's body, too
    UriComponentsBuilder.newInstance()
        .query(request.getQueryString())
        .build()
        .getQueryParams()
        .forEach((name, values) -> values.forEach(value -> checkParameter(name, value, ends)));
  }

  private static void checkParameter(String nameSent, String valueSent, boolean ends) {
    String name = decoded(nameSent);
    String value = valueSent == null ? "" : decoded(valueSent);
    if (!ends) {
      refuseShortCut(name);
    }
    refuseExpression(name);
    SentJson.checkText(name, name);
    SentJson.checkText(name, value);
    if (PAGING.contains(name) && !value.matches("\\d{1,9}")) {
      throw invalid(name, "has to be a whole number from 0.");
    }
  }

  private static String decoded(String sent) {
    try {
      return URLDecoder.decode(sent, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw invalid("query", "is not well-formed.");
    }
  }

  /** Of two of one name the engine would drop one, and say nothing. */
  private static void requireOneFileOfEachName(byte[] body) {
    Set<String> names = new HashSet<>();
    PART.matcher(new String(body, StandardCharsets.ISO_8859_1))
        .results()
        .map(part -> part.group(1) + part.group(2))
        .filter(name -> !names.add(name))
        .findFirst()
        .ifPresent(
            twice -> {
              throw invalid("deployment", "brings two files or values of one name.");
            });
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
      throw invalid("Content-Type", "has to be %s.", wanted);
    }
  }

  private static void checkToken(JsonParser json, JsonToken token, boolean comment, boolean list)
      throws IOException {
    switch (token) {
      case FIELD_NAME -> {
        String name = json.currentName();
        if (json.getParsingContext().getParent().inRoot()) {
          refuseShortCut(name);
          if (comment && !name.equals("message")) {
            throw invalid(name, "is not taken with a comment; only its message is.");
          }
        }
      }
      case VALUE_STRING -> {
        if (!list || !QueryWord.fits(json.currentName(), json.getText())) {
          refuseExpression(json.currentName());
        }
        if ("type".equals(json.currentName()) && "object".equalsIgnoreCase(json.getText())) {
          throw invalid("variables", "only plain values are taken: text, numbers, files.");
        }
      }
      case VALUE_NUMBER_FLOAT -> {
        if (json.getDecimalValue().abs().compareTo(LARGEST) > 0) {
          throw invalid(SentJson.field(json), "is too large a number.");
        }
      }
      case START_ARRAY, START_OBJECT -> {
        if ("value".equals(json.currentName()) && !isVariable(json)) {
          throw invalid(within(json), "has to be one plain value: text, a number, a file.");
        }
      }
      default -> {
        // nothing that the engine would stumble over
      }
    }
  }

  /** One that is itself called "value". */
  private static boolean isVariable(JsonParser json) {
    return json.currentToken() == JsonToken.START_OBJECT
        && within(json).toLowerCase(Locale.ROOT).endsWith("variables");
  }

  /** What that is called whose value an array or object is. */
  private static String within(JsonParser json) {
    String name = json.getParsingContext().getParent().getParent().getCurrentName();
    return name == null ? "variables" : name;
  }

  /** A text that a query would have evaluated; a variable's name stands above its value. */
  private static void refuseExpression(String name) {
    if (name != null && name.toLowerCase(Locale.ROOT).endsWith("expression")) {
      throw invalid(
          name, "is not allowed: nothing that is sent is evaluated. " + QueryWord.ALLOWED);
    }
  }

  private static void refuseShortCut(String name) {
    if (SHORT_CUTS.contains(name.toLowerCase(Locale.ROOT))) {
      throw invalid(
          name, "is not allowed: a request starts at its beginning, and no listener is skipped.");
    }
  }
}
