package film.finalsay.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One person at work over HTTP, with their own login: what a script or a front end would send. */
public final class Desk {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final String person;
  private final String password;
  private final String address;

  private Desk(String base, String person, String password, String address) {
    this.base = base;
    this.person = person;
    this.password = password;
    this.address = address;
  }

  /**
   * @param person one of the demo company, whose password is the id
   */
  public static Desk of(int port, String person) {
    return of(port, person, person);
  }

  public static Desk of(int port, String person, String password) {
    return new Desk("http://localhost:" + port, person, password, null);
  }

  /** The same person at another machine, as a proxy in front of the product tells it. */
  public Desk at(String address) {
    return new Desk(base, person, password, address);
  }

  /** Somebody who does not log in. */
  public static Desk withoutLogin(int port) {
    return new Desk("http://localhost:" + port, null, null, null);
  }

  /**
   * What came back: the status, the type of the content (empty if there is none), and the body: as
   * JSON, as text if it is none, null if there is none.
   */
  public record Answer(int status, String contentType, JsonNode body) {

    public String field() {
      return text("field");
    }

    /** A text of the body; null if there is none of this name. */
    public String text(String name) {
      return body == null ? null : body.path(name).asText(null);
    }

    /** The body of an answer that has to be a success. */
    public JsonNode ok() {
      if (status >= 300) {
        throw new AssertionError("expected success, got " + status + ": " + body);
      }
      return body;
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Asks for one type of content. */
  public Answer getAs(String contentType, String path) {
    return send(request(path).header("Accept", contentType).GET());
  }

  public Answer post(String path, Object body) {
    return postJson(path, written(body));
  }

  /** Sends the text as it is, be it JSON or not. */
  public Answer postJson(String path, String json) {
    return send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, "application/json", written(body).getBytes(StandardCharsets.UTF_8));
  }

  public Answer postCsv(String path, String csv) {
    return postCsv(path, csv.getBytes(StandardCharsets.UTF_8));
  }

  public Answer postCsv(String path, byte[] csv) {
    return send("POST", path, "text/csv", csv);
  }

  /** Any other method, with a body of JSON. */
  public Answer call(String method, String path, Object body) {
    byte[] json = written(body).getBytes(StandardCharsets.UTF_8);
    return send(method, path, "application/json", json);
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends whatever it is, however it is called. */
  public HttpResponse<String> raw(String method, String path, String contentType, byte[] body) {
    HttpRequest.Builder request =
        request(path)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    return exchange(request, BodyHandlers.ofString());
  }

  /** The bytes of an answer that has to be a success. */
  public byte[] download(String path) {
    HttpResponse<byte[]> response = exchange(request(path).GET(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError("expected the content, got " + response.statusCode());
    }
    return response.body();
  }

  /** Uploads a file in the multipart field {@code file}. */
  public Answer upload(String path, String fileName, byte[] content) {
    String boundary = "----" + UUID.randomUUID();
    byte[] head =
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: text/plain\r\n\r\n")
            .formatted(boundary, fileName)
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArrays(List.of(head, content, tail))));
  }

  /** Sends the form that {@link #upload} sends, with no file in it. */
  public Answer postMultipartWithoutFile(String path) {
    return send("POST", path, "multipart/form-data; boundary=x", "--x--\r\n".getBytes());
  }

  /** Starts a process over the engine's REST API. */
  public Answer start(String process, Map<String, ?> variables) {
    return post(
        "/engine-rest/process-definition/key/" + process + "/start",
        Map.of("variables", typed(variables)));
  }

  /** Starts a process under a key of the caller's own. */
  public Answer start(String process, String callerKey, Map<String, ?> variables) {
    return post(
        "/engine-rest/process-definition/key/" + process + "/start",
        Map.of("businessKey", callerKey, "variables", typed(variables)));
  }

  /** Starts a process and returns the number of the approval. */
  public String started(String process, Map<String, ?> variables) {
    return start(process, variables).ok().path("businessKey").asText();
  }

  /**
   * The open tasks of an approval that this person sees, by step; of two, the one that is theirs.
   */
  public Map<String, String> tasks(String approvalKey) {
    String all = "/engine-rest/task?processInstanceBusinessKey=" + approvalKey;
    Map<String, String> tasks = tasksOf(all);
    tasks.putAll(tasksOf(all + "&includeAssignedTasks=true&candidateUser=" + person));
    return tasks;
  }

  /** Those that a role's own list shows. */
  public Map<String, String> tasksFor(String role, String approvalKey) {
    return tasksOf(
        "/engine-rest/task?includeAssignedTasks=true&candidateGroup=%s&processInstanceBusinessKey=%s"
            .formatted(role, approvalKey));
  }

  private Map<String, String> tasksOf(String query) {
    JsonNode tasks = get(query).ok();
    return StreamSupport.stream(tasks.spliterator(), false)
        .collect(
            Collectors.toMap(
                task -> task.path("taskDefinitionKey").asText(),
                task -> task.path("id").asText(),
                (one, other) -> one,
                HashMap::new));
  }

  /** The task of an approval at a step, which this person has to see; of two, theirs. */
  public String task(String approvalKey, String step) {
    String query =
        "/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s"
            .formatted(approvalKey, step);
    JsonNode tasks = get(query).ok();
    if (tasks.isEmpty()) {
      throw new AssertionError(
          person + " does not see " + step + " of " + approvalKey + ", only " + tasks(approvalKey));
    }
    if (tasks.size() > 1) {
      JsonNode own = get(query + "&includeAssignedTasks=true&candidateUser=" + person).ok();
      return (own.isEmpty() ? tasks : own).path(0).path("id").asText();
    }
    return tasks.path(0).path("id").asText();
  }

  /** The one of several tasks at a step that is assigned to a person; null if none is. */
  public String taskOf(String assignee, String approvalKey, String step) {
    JsonNode tasks =
        get("/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s&assignee=%s"
                .formatted(approvalKey, step, encoded(assignee)))
            .ok();
    return tasks.isEmpty() ? null : tasks.path(0).path("id").asText();
  }

  public Answer complete(String taskId, Map<String, ?> variables) {
    return post("/engine-rest/task/" + taskId + "/complete", Map.of("variables", typed(variables)));
  }

  /** Answers at a step of an approval. */
  public Answer answer(String approvalKey, String step, String decision, String comment) {
    return answer(approvalKey, step, Map.of("decision", decision, "comment", comment));
  }

  public Answer answer(String approvalKey, String step, Map<String, ?> variables) {
    return complete(task(approvalKey, step), variables);
  }

  /** The approval as the register shows it. */
  public JsonNode approval(String key) {
    return get("/api/approvals/" + key).ok();
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The variables as the engine's REST API takes them; one that is written that way already, such
   * as {@code {"value": …, "type": "File"}}, stays as it is.
   */
  private static Map<String, Object> typed(Map<String, ?> variables) {
    Map<String, Object> typed = new HashMap<>();
    variables.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> variable && variable.containsKey("value")) {
            typed.put(name, variable);
          } else {
            typed.put(name, Collections.singletonMap("value", value));
          }
        });
    return typed;
  }

  private static String written(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (address != null) {
      request.header("X-Forwarded-For", address);
    }
    if (person != null) {
      String login = person + ":" + password;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }

  private Answer send(String method, String path, String contentType, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofByteArray(body)));
  }

  private static Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        json(response.body()));
  }

  private static <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return HTTP.send(request.build(), body);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static JsonNode json(String body) {
    try {
      return body.isBlank() ? null : JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}
