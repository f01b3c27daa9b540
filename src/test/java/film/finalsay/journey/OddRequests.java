package film.finalsay.journey;

import static film.finalsay.journey.Requests.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.PlainHttp;
import film.finalsay.support.TestFilm;
import film.finalsay.support.WebSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no page and no script would ask is told so in words; it is never the server's fault. */
interface OddRequests {

  int TOO_MANY = 100_000;

  int port();

  DataSource dataSource();

  @Test
  default void aPathInAnotherSpellingLeadsNowhere() {
    List<String> paths = new ArrayList<>();
    for (String path :
        List.of(
            "/engine-rest/job",
            "/engine-rest/engine/default/job",
            "/camunda/api/engine/engine/default/job",
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/cockpit/plugin/base/default/incident",
            "/camunda/app/tasklist/default/",
            "/api/films",
            "/swagger-ui/index.html",
            "/v3/api-docs")) {
      int second = path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1);
      String first = path.substring(0, second);
      String rest = path.substring(second);
      String letter = "/%%%02x".formatted((int) path.charAt(1)) + path.substring(2);
      paths.addAll(
          List.of(
              "/" + path,
              first + "/" + rest,
              first + ";a=b" + rest,
              path + ";a=b",
              path + "//",
              "/." + path,
              "/x/.." + path,
              "/%2e" + path,
              "/x/%2e%2e" + path,
              "/x/%2E%2E" + path,
              first + "%2f" + rest,
              first + "%2F.." + rest,
              first + "%3ba=b" + rest,
              first + "\\" + rest,
              first + "%5c" + rest,
              first + "%00" + rest,
              first + "%ED%A0%80" + rest,
              first + "%C0%AE" + rest,
              first + "%" + rest,
              first + "%252e" + rest,
              first + "\u00e9" + rest,
              first + "{}" + rest,
              path + "/../x",
              path + "/..;/x",
              path + "/%2e%2e/x",
              path + "/..%2fx"));
      if (path.startsWith("/camunda/api/engine") || path.startsWith("/engine-rest")) {
        paths.add(path.replace("/engine", "/%65ngine"));
      }
      paths.add(letter + "/..");
    }
    paths.addAll(
        List.of("*", "x", "/..", "http://localhost//engine-rest/job", "/" + "x".repeat(9000)));
    for (String path : paths) {
      for (String method : List.of("GET", "POST", "DELETE")) {
        inWords(path, PlainHttp.send(port(), "line1", method, path, "", new byte[0]));
      }
    }
  }

  @Test
  default void aListOfFarTooManyIsNotSearched() {
    List<String> many = Collections.nCopies(TOO_MANY, "x");
    WebSession session = WebSession.loggedIn(port(), "admin");
    Desk admin = Desk.of(port(), "admin");
    int lists = 0;
    for (OpenApi.Operation one : OpenApi.operations()) {
      for (String list : one.lists()) {
        Map<String, Object> body = Map.of(list, many);
        String path = one.anyPath();
        tooMany(path, admin.call(one.method(), "/engine-rest" + path, body));
        tooMany(path, session.call(one.method(), WebSession.API + path, body));
        lists++;
      }
    }
    assertThat(lists).isGreaterThan(80);
    tooMany(
        "orQueries",
        admin.post(
            "/engine-rest/task/count",
            Map.of("orQueries", Collections.nCopies(TOO_MANY, Map.of("name", "x")))));
    tooMany("ours", admin.post("/api/films", Map.of("id", many)));
    inWords(
        "in the address",
        PlainHttp.send(
            port(),
            "admin",
            "GET",
            "/engine-rest/task/count?taskIdIn=" + String.join(",", many),
            "",
            new byte[0]));
    assertThat(admin.get("/engine-rest/task/count?taskIdIn=" + "x,".repeat(3000) + "x").status())
        .isEqualTo(200);
  }

  @Test
  default void halfACharacterIsRefusedByName() {
    TestFilm film = TestFilm.create(port());
    String before = Standing.of(film).toString();
    int bodies = 0;
    JsonNode ours = Desk.withoutLogin(port()).get("/v3/api-docs").ok();
    for (var path : ours.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (!method.getValue().at("/requestBody/content/application~1json").isMissingNode()) {
          String address = path.getKey().replace("{film}", film.id()).replaceAll("\\{[^}]+}", "1");
          for (String body :
              List.of(
                  "{\"title\": \"\\ud800\"}",
                  "{\"x\": [{\"y\": \"a\\udfffb\"}]}",
                  "{\"\\ud800\": 1}",
                  "{\"x\": {\"a\\udc00\": 1}}",
                  "{\"title\": \"a\\u0000\"}")) {
            for (String person : List.of("admin", "exec1", "producer1", "line1")) {
              inWords(
                  address + " " + body,
                  PlainHttp.send(
                      port(),
                      person,
                      method.getKey().toUpperCase(),
                      address,
                      "Content-Type: application/json\r\n",
                      body.getBytes(StandardCharsets.UTF_8)));
              bodies++;
            }
          }
        }
      }
    }
    assertThat(bodies).isGreaterThan(200);
    assertThat(Standing.of(film).toString()).isEqualTo(before);
  }

  @Test
  default void aDocumentIsOfOneType() {
    TestFilm film = TestFilm.create(port());
    String documents = "/api/films/%s/documents".formatted(film.id());
    for (String type :
        List.of(
            "*/*",
            "text/*",
            "*",
            "application/*+xml",
            "nonsense",
            ";;",
            "text/plain;x=y;;=",
            "text/" + "x".repeat(300))) {
      PlainHttp.Answer uploaded = uploaded(film, type);
      assertThat(uploaded.status()).as("%s: %s", type, uploaded).isEqualTo(400);
      assertThat(uploaded.text()).contains("problem+json", "\"field\":\"file\"");
      Answer attached =
          film.desk("line1")
              .start(
                  "script-approval",
                  draft(
                      film,
                      "Draft 1",
                      Map.of(
                          "value",
                          "RkFERSBJTi4=",
                          "type",
                          "File",
                          "valueInfo",
                          Map.of("filename", "a.txt", "mimetype", type))));
      assertThat(attached.status()).as("%s: %s", type, attached).isEqualTo(400);
    }
    assertThat(uploaded(film, "").status()).isEqualTo(201);
    PlainHttp.Answer kept = uploaded(film, "text/plain;charset=utf-8");
    assertThat(kept.status()).as("%s", kept).isEqualTo(201);
    String sha256 = kept.text().replaceAll("(?s).*\"sha256\":\"(\\w+)\".*", "$1");
    for (String typeBefore : List.of("*/*", "text/*", "nonsense", "")) {
      JdbcClient.create(dataSource())
          .sql("update film_document set media_type = :type where film_id = :film")
          .param("type", typeBefore)
          .param("film", film.id())
          .update();
      assertThat(film.desk("line1").download(documents + "/" + sha256)).isNotEmpty();
    }
  }

  private PlainHttp.Answer uploaded(TestFilm film, String type) {
    String line = type.isEmpty() ? "" : "Content-Type: %s\r\n".formatted(type);
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n%s\r\ntext %s\r\n--x--\r\n"
            .formatted(line, type);
    return PlainHttp.send(
        port(),
        "line1",
        "POST",
        "/api/films/%s/documents".formatted(film.id()),
        "Content-Type: multipart/form-data; boundary=x\r\n",
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static void tooMany(String what, Answer answer) {
    assertThat(answer.status()).as("%s: %s", what, answer).isBetween(400, 499);
    assertThat(answer.contentType()).as("%s: %s", what, answer).contains("problem+json");
  }

  private static void inWords(String what, PlainHttp.Answer answer) {
    assertThat(answer.status()).as("%s: %s", what, answer).isBetween(400, 499);
    assertThat(answer.contentType()).as("%s: %s", what, answer).contains("problem+json");
  }
}
