package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One person who asks for more than the machine bears is told to wait, and nobody else notices. */
@FinalSayTest
class MuchAtOnceTest {

  private static final int AT_ONCE = 16;

  @LocalServerPort int port;

  @Test
  void theLargestScriptsComparedOverAndOver() throws Exception {
    TestFilm film = TestFilm.create(port);
    draft(film, "Draft 1", script(0));
    draft(film, "Draft 2", script(1));
    String difference = "/api/films/%s/scripts/2/difference?from=1".formatted(film.id());

    List<HttpResponse<String>> answers =
        atOnce(() -> film.desk("line1").raw("GET", difference, null, new byte[0]));

    assertEachWasServedOrToldToWait(answers, 200);
    assertThat(film.desk("producer1").get(difference).status()).isEqualTo(200);
    assertThat(film.desk("line1").get(difference).status()).isEqualTo(200);
  }

  @Test
  void theLargestDocumentsBroughtOverAndOver() throws Exception {
    TestFilm film = TestFilm.create(port);
    byte[] body = upload(new byte[49 * 1024 * 1024]);
    String path = "/api/films/%s/documents".formatted(film.id());

    List<HttpResponse<String>> answers =
        atOnce(() -> film.desk("line1").raw("POST", path, "multipart/form-data; boundary=x", body));

    assertEachWasServedOrToldToWait(answers, 201);
    film.upload("And a small one.");
  }

  @Test
  void theLargestStartsOfTheEngineOverAndOver() throws Exception {
    TestFilm film = TestFilm.create(port);
    String much =
        "{\"variables\": {\"reason\": {\"value\": \"%s\"}}}".formatted("x".repeat(15 << 20));

    List<HttpResponse<String>> answers =
        atOnce(
            () ->
                film.desk("line1")
                    .raw(
                        "POST",
                        "/engine-rest/process-definition/key/budget-change/start",
                        "application/json",
                        much.getBytes(StandardCharsets.UTF_8)));

    assertEachWasServedOrToldToWait(answers, 400);
  }

  @Test
  void whoeverWatchesIsToldThatItServes() {
    assertThat(Desk.withoutLogin(port).get("/actuator/health").ok().toString())
        .isEqualTo("{\"status\":\"UP\"}");
  }

  private static void assertEachWasServedOrToldToWait(
      List<HttpResponse<String>> answers, int served) {
    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .contains(served)
        .containsOnly(served, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 429)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("Retry-After")).contains("5");
              assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                  .startsWith("application/problem+json");
            });
  }

  private static <T> List<T> atOnce(Callable<T> one) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : people.invokeAll(Collections.nCopies(AT_ONCE, one))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      people.shutdown();
    }
  }

  private static void draft(TestFilm film, String label, String text) {
    Case.started(
        film,
        "line1",
        "script-approval",
        Map.of(
            "film", film.id(), "draft", label, "document", film.upload(text), "summary", "Long."));
  }

  /** 5,000 scenes, each of which differs in a line from that of another version. */
  private static String script(int version) {
    StringBuilder text = new StringBuilder();
    for (int scene = 1; scene <= 5000; scene++) {
      text.append(
          "INT. ROOM %d - DAY\n\nIt is %d o'clock in version %d.\n\n"
              .formatted(scene, scene % 24, version));
      text.append(
          "She counts the lamps of the harbour, and there are %d of them.\n\n"
              .formatted(scene * 7));
    }
    return text.toString();
  }

  private static byte[] upload(byte[] content) {
    byte[] head =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.mov\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[head.length + content.length + tail.length];
    System.arraycopy(head, 0, body, 0, head.length);
    System.arraycopy(content, 0, body, head.length, content.length);
    System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
    return body;
  }
}
