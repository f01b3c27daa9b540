package film.finalsay.journey;

import static film.finalsay.journey.Requests.attached;
import static film.finalsay.journey.Requests.draft;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static film.finalsay.support.ShootingScript.SCRIPT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.script.reading.Screenplay;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drafts over REST: their scenes, what differs, and who has a copy. */
@FinalSayTest
class ScriptDraftsApiTest {

  private static final String REVIEW = "userTask_reviewScriptDraft";

  @LocalServerPort int port;

  @Test
  void aDraftHasItsScenesPageByPage() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT.replace(" #2#", ""));
    String path = "/api/films/%s/scripts/1".formatted(film.id());

    JsonNode all = film.desk("director1").get(path).ok();
    assertThat(all.path("sceneCount").asInt()).isEqualTo(5);
    JsonNode draft = all.path("draft");
    assertThat(draft.path("number").asInt()).isEqualTo(1);
    assertThat(draft.path("format").asText()).isEqualTo("FOUNTAIN");
    assertThat(draft.path("pages").asInt()).isEqualTo(1);
    assertThat(draft.path("pagesBasis").asText()).isEqualTo("ESTIMATED");
    assertThat(draft.path("date").asText()).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(draft.path("colour").isNull()).isTrue();
    JsonNode second = all.path("scenes").path("items").path(1);
    assertThat(second.toString())
        .isEqualTo(
            "{\"place\":2,\"number\":\"2\",\"numberGiven\":false,\"heading\":\"INT. LIGHTHOUSE, LAMP"
                + " ROOM - NIGHT\",\"omitted\":false,\"lines\":3,\"length\":\"2/8\","
                + "\"lengthEstimated\":true,\"page\":1}");

    JsonNode page = film.desk("line1").get(path + "?page=1&size=2").ok().path("scenes");
    assertThat(page.path("items"))
        .extracting(scene -> scene.path("place").asInt())
        .containsExactly(3, 4);
    assertThat(page.path("hasMore").asBoolean()).isTrue();
    refusedFor("size", film, () -> film.desk("line1").get(path + "?size=0"));
    refusedFor(
        "draft",
        film,
        () -> film.desk("line1").get("/api/films/%s/scripts/one".formatted(film.id())));
    refused(
        film, 404, () -> film.desk("line1").get("/api/films/%s/scripts/2".formatted(film.id())));
    refused(film, 404, () -> film.desk(TestFilm.create(port).hire("producer")).get(path));
  }

  @Test
  void whatDiffersIsShownAsJsonAsCsvAndAsAPage() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT);
    String next =
        SCRIPT
            .replace("A ship without lights", "+1+1 <b>ship</b>")
            .replace("EXT. LIGHTHOUSE - DAY", "EXT. LIGHTHOUSE - DUSK");
    Case second =
        Case.started(film, "line1", "script-approval", draft(film, "D<2>", film.upload(next)));
    String path = "/api/films/%s/scripts/2/difference?from=1".formatted(film.id());

    JsonNode json = film.desk("director1").get(path).ok();
    assertThat(json.path("identical").asBoolean()).isFalse();
    assertThat(json.path("counts").toString())
        .isEqualTo(
            "{\"added\":0,\"omitted\":0,\"changed\":2,\"moved\":0,\"unchanged\":3,\"renumbered\":0}");
    JsonNode sea = json.path("scenes").path("items").path(0);
    assertThat(sea.path("from").path("number").asText()).isEqualTo("3");
    assertThat(sea.path("lines"))
        .extracting(line -> line.path("state").asText() + " " + line.path("text").asText())
        .containsExactly(
            "WAS A ship without lights turns towards the only one there is.",
            "NOW +1+1 <b>ship</b> turns towards the only one there is.");
    assertThat(film.desk("line1").get(path + "&all=true").ok().path("scenes").path("items"))
        .hasSize(5);
    assertThat(
            film.desk("line1")
                .get(path + "&size=1")
                .ok()
                .path("scenes")
                .path("hasMore")
                .asBoolean())
        .isTrue();

    Answer csv = film.desk("line1").getAs("text/csv", path);
    assertThat(csv.contentType()).startsWith("text/csv");
    assertThat(csv.body().asText())
        .contains("CHANGED,false,3,3,3,3,EXT. SEA - NIGHT,\r\n")
        .contains("NOW,,3,3,3,3,,'+1+1 <b>ship</b> turns");
    Answer page =
        film.desk("line1")
            .getAs("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", path);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.body().asText())
        .contains("<title>D&lt;2&gt; against Draft 1</title>")
        .contains("<ins>+1+1 &lt;b&gt;ship&lt;/b&gt; turns")
        .contains("changed, was EXT. LIGHTHOUSE - DAY.")
        .doesNotContain("<b>");
    assertThat(second.shown("producer1", REVIEW, "differenceLink")).isEqualTo(path);

    refusedFor("from", film, () -> film.desk("line1").get(path.replace("=1", "=9")));
    refused(film, 400, () -> film.desk("line1").get(path.replace("?from=1", "")));
    refused(film, 404, () -> film.desk("line1").get(path.replace("/2/", "/9/")));
    refused(film, 404, () -> film.desk(TestFilm.create(port).hire("director")).get(path));
  }

  @Test
  void theNumberOfASceneThatIsGoneIsMarkedAsTheEarlierDrafts() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, unnumbered(SCRIPT));
    String next =
        unnumbered(SCRIPT)
            .replaceAll(
                "(?s)INT. LIGHTHOUSE, STAIRS - DAWN.*?EXT", "EXT. ROCKS - DAWN\n\nFog.\n\nEXT");
    Case second =
        Case.started(film, "line1", "script-approval", draft(film, "D2", film.upload(next)));
    String path = "/api/films/%s/scripts/2/difference?from=1".formatted(film.id());

    assertThat(second.shown("producer1", REVIEW, "differenceText"))
        .contains("**4 EXT. ROCKS \\- DAWN** added, 1/8 page")
        .contains("**INT. LIGHTHOUSE, STAIRS \\- DAWN \\(was 4\\)** omitted");
    assertThat(film.desk("line1").getAs("text/html", path).body().asText())
        .contains("<h2>4 EXT. ROCKS - DAWN</h2>")
        .contains("<h2>INT. LIGHTHOUSE, STAIRS - DAWN (was 4)</h2>\n<p>omitted.</p>");
    assertThat(film.desk("line1").getAs("text/csv", path).body().asText())
        .contains("OMITTED,false,4,4,,,\"INT. LIGHTHOUSE, STAIRS - DAWN\",\r\n");
  }

  @Test
  void theFormSaysWhatDiffersAndCutsWhatDoesNotFit() {
    TestFilm film = TestFilm.create(port);
    Screenplay first = new Screenplay(3, 120).numbered();
    Screenplay second = new Screenplay(3, 120).numbered();
    second.scenes.forEach(scene -> scene.paragraphs.set(0, second.paragraph()));
    Case one =
        Case.started(
            film, "line1", "script-approval", draft(film, "One", film.upload(first.fountain())));
    assertThat(one.shown("producer1", REVIEW, "differenceText"))
        .isEqualTo("It is the first draft of the film.");
    one.answered("producer1", REVIEW, "REJECT", "No.");
    one.answered("director1", "userTask_consultDirector", "SUPPORT");

    Case two =
        Case.started(
            film,
            "line1",
            "script-approval",
            draft(film, "Two", attached("two.fdx", second.finalDraft())));
    assertThat(two.shown("producer1", REVIEW, "comparedText"))
        .isEqualTo("One, the draft before it");
    assertThat(two.shown("producer1", REVIEW, "differenceText"))
        .startsWith("Scenes: 120 changed; 0 read as they did. Changed pages: 1–")
        .containsPattern("\n- and \\d+ more, on the page of the whole comparison$")
        .hasSizeLessThan(4000);
    assertThat(two.shown("director1", "userTask_consultDirector", "differenceText"))
        .isEqualTo(two.shown("producer1", REVIEW, "differenceText"));
  }

  @Test
  void aPdfIsNotComparedAndReviewedAllTheSame() {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, SCRIPT);

    Case pdf =
        Case.started(
            film,
            "line1",
            "script-approval",
            draft(film, "Draft 2", attached("draft-2.pdf", "%PDF-1.7")));

    assertThat(pdf.shown("producer1", REVIEW, "differenceText"))
        .startsWith("Not compared. Draft 2 is a PDF");
    assertThat(pdf.shown("producer1", REVIEW, "differenceLink")).isEmpty();
  }

  @Test
  void whatIsNoScriptIsNotFiled() {
    TestFilm film = TestFilm.create(port);
    Map<String, String> files = new HashMap<>();
    files.put("treatment.txt", "A keeper saves a ship.");
    files.put("script.docx", SCRIPT);
    files.put("script.pdf", SCRIPT);
    files.put("archive.fdx", "PK\u0003\u0004");
    files.put("nul.fountain", SCRIPT + "\u0000");
    files.put("twice.fountain", SCRIPT.replace("#2#", "#1#"));
    files.put(
        "xxe.fdx",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><FinalDraft><Content>&e;</Content></FinalDraft>");
    files.forEach(
        (name, text) ->
            refusedFor(
                "document",
                film,
                () ->
                    film.desk("line1")
                        .start("script-approval", draft(film, "Draft 1", attached(name, text)))));
    refusedFor(
        "document",
        film,
        () ->
            film.desk("line1")
                .start(
                    "script-approval",
                    draft(
                        film,
                        "Draft 1",
                        film.desk("line1")
                            .upload(
                                "/api/films/%s/documents".formatted(film.id()),
                                "script.fountain",
                                "No INT here.".getBytes())
                            .ok()
                            .path("sha256")
                            .asText())));
    Map<String, Object> good = draft(film, "Draft 1", attached("a.fountain", SCRIPT));
    for (String date : List.of("tomorrow", "1899-12-31", "2999-01-01")) {
      refusedFor(
          "draftDate",
          film,
          () ->
              film.desk("line1").start("script-approval", Requests.with(good, "draftDate", date)));
    }
    refusedFor(
        "pageCount",
        film,
        () -> film.desk("line1").start("script-approval", Requests.with(good, "pageCount", 0)));
  }

  @Test
  void copiesAreIssuedReturnedAndRevoked() {
    TestFilm film = TestFilm.create(port);
    ShootingScript script = ShootingScript.approved(film, SCRIPT);

    issue(script, "line1", Map.of("person", "director1")).ok();
    issue(
            script,
            "producer1",
            Map.of("name", "Ida Berg", "department", "Costume", "copy", 7, "date", "2026-01-05"))
        .ok();
    issue(script, "line1", Map.of("name", "Per Lund")).ok();
    end(script, 7, Map.of("state", "RETURNED")).ok();
    end(script, 8, Map.of("state", "REVOKED")).ok();

    assertThat(copies(script, ""))
        .containsExactly(
            "1 director1 ISSUED", "7 Ida Berg, Costume RETURNED", "8 Per Lund REVOKED");
    assertThat(copies(script, "?page=1&size=2")).containsExactly("8 Per Lund REVOKED");
    assertThat(ScriptLockJourneyTest.happenings(film))
        .contains("SCRIPT_COPY_ISSUED", "SCRIPT_COPY_ENDED");

    refused(film, 409, () -> issue(script, "line1", Map.of("name", "Per Lund", "copy", 7)));
    refused(film, 409, () -> end(script, 7, Map.of("state", "REVOKED")));
    refused(film, 404, () -> end(script, 2, Map.of("state", "REVOKED")));
    refusedFor("state", film, () -> end(script, 1, Map.of("state", "ISSUED")));
    refusedFor("state", film, () -> end(script, 1, Map.of()));
    refusedFor(
        "date", film, () -> end(script, 1, Map.of("state", "RETURNED", "date", "2026-01-01")));
    refusedFor("person", film, () -> issue(script, "line1", Map.of()));
    refusedFor("person", film, () -> issue(script, "line1", Map.of("person", "nobody-here")));
    refusedFor(
        "person", film, () -> issue(script, "line1", Map.of("person", "line1", "name", "Line")));
    refusedFor("copy", film, () -> issue(script, "line1", Map.of("name", "x", "copy", 0)));
    refusedFor(
        "date", film, () -> issue(script, "line1", Map.of("name", "x", "date", "2999-01-01")));
    refusedFor("name", film, () -> issue(script, "line1", Map.of("name", "x".repeat(201))));
    refused(film, 403, () -> issue(script, "director1", Map.of("name", "x")));
    refused(
        film,
        404,
        () -> issue(script, TestFilm.create(port).hire("producer"), Map.of("name", "x")));
  }

  @Test
  void onlyAnApprovedDraftIsIssued() {
    TestFilm film = TestFilm.create(port);
    Case.started(film, "line1", "script-approval", draft(film, "Draft 1", film.upload(SCRIPT)));

    refused(film, 409, () -> issue(new ShootingScript(film), "line1", Map.of("name", "Per Lund")));
  }

  private static String unnumbered(String script) {
    return script.replaceAll(" #\\d#", "");
  }

  private static Answer issue(ShootingScript script, String person, Map<String, ?> body) {
    return script.film().desk(person).post(script.path("/issues"), body);
  }

  private static Answer end(ShootingScript script, int copy, Map<String, ?> body) {
    return script.film().desk("line1").post(script.path("/issues/%d/end".formatted(copy)), body);
  }

  private static List<String> copies(ShootingScript script, String query) {
    List<String> copies = new ArrayList<>();
    script
        .film()
        .desk("director1")
        .get(script.path("/issues" + query))
        .ok()
        .path("items")
        .forEach(
            copy ->
                copies.add(
                    "%s %s%s %s"
                        .formatted(
                            copy.path("copy").asText(),
                            copy.path("person").asText("").isEmpty() || copy.path("person").isNull()
                                ? copy.path("name").asText()
                                : copy.path("person").asText(),
                            copy.path("department").isNull()
                                ? ""
                                : ", " + copy.path("department").asText(),
                            copy.path("state").asText())));
    return copies;
  }
}
