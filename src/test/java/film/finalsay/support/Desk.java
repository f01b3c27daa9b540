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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One person at work over HTTP, with their own login: what a script or a front end would send. */
public final class Desk {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final String person;

  private Desk(String base, String person) {
    this.base = base;
    this.person = person;
  }

  /**
   * @param person one of the demo company, whose password is the id
   */
  public static Desk of(int port, String person) {
    return new Desk("http://localhost:" + port, person);
  }

  /** What came back: the status, and the JSON body (null if there is none). */
  public record Answer(int status, JsonNode body) {

    public String field() {
      return body.path("field").asText(null);
    }

    public String text(String name) {
      return body.path(name).asText(null);
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

  public Answer post(String path, Object body) {
    try {
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public Answer postCsv(String path, String csv) {
    return send(
        request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
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

  /** Starts a process over the engine's REST API. */
  public Answer start(String process, Map<String, ?> variables) {
    return post(
        "/engine-rest/process-definition/key/" + process + "/start",
        Map.of("variables", typed(variables)));
  }

  /** Starts a process and returns the number of the approval. */
  public String started(String process, Map<String, ?> variables) {
    return start(process, variables).ok().path("businessKey").asText();
  }

  /** The open tasks of an approval that this person sees, by step. */
  public Map<String, String> tasks(String approvalKey) {
    JsonNode tasks = get("/engine-rest/task?processInstanceBusinessKey=" + approvalKey).ok();
    return StreamSupport.stream(tasks.spliterator(), false)
        .collect(
            Collectors.toMap(
                task -> task.path("taskDefinitionKey").asText(),
                task -> task.path("id").asText(),
                (one, other) -> one));
  }

  /** The task of an approval at a step, which this person has to see. */
  public String task(String approvalKey, String step) {
    String task = tasks(approvalKey).get(step);
    if (task == null) {
      throw new AssertionError(
          person + " does not see " + step + " of " + approvalKey + ", only " + tasks(approvalKey));
    }
    return task;
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

  private static Map<String, Object> typed(Map<String, ?> variables) {
    Map<String, Object> typed = new HashMap<>();
    variables.forEach(
        (name, value) -> {
          Map<String, Object> variable = new HashMap<>();
          variable.put("value", value);
          typed.put(name, variable);
        });
    return typed;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (person != null) {
      String login = person + ":" + person;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), json(response.body()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? null : JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}
