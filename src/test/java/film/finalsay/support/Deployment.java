package film.finalsay.support;

import film.finalsay.support.Desk.Answer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the Modeler sends when it deploys: files, and fields beside them such as a tenant id. */
public record Deployment(Map<String, String> files, Map<String, String> fields) {

  private static final String PATH = "/deployment/create";
  private static final String BOUNDARY = "----a-deployment";

  public static Deployment of(String file, String content) {
    return new Deployment(Map.of(file, content), Map.of());
  }

  public Deployment with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Deployment(files, more);
  }

  /** Over the open API, as a person of the demo company. */
  public Answer by(String person, int port) {
    return answer(Desk.of(port, person).raw("POST", "/engine-rest" + PATH, type(), body()));
  }

  /** Over the API behind the Tasklist. */
  public Answer by(WebSession session) {
    return answer(session.send("POST", WebSession.API + PATH, type(), body()));
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        Desk.json(response.body()));
  }

  private static String type() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  private byte[] body() {
    StringBuilder form = new StringBuilder();
    fields.forEach((name, value) -> part(form, "name=\"%s\"".formatted(name), value));
    files.forEach(
        (name, content) ->
            part(form, "name=\"%s\"; filename=\"%s\"".formatted(name, name), content));
    return form.append("--%s--\r\n".formatted(BOUNDARY))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void part(StringBuilder form, String what, String content) {
    form.append(
        "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, what, content));
  }
}
