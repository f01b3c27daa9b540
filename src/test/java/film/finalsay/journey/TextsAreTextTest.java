package film.finalsay.journey;

import static film.finalsay.journey.Requests.bond;
import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.onConditions;
import static film.finalsay.journey.Requests.reported;
import static film.finalsay.journey.Requests.transfer;
import static film.finalsay.journey.Requests.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.Rendered;
import film.finalsay.support.TestFilm;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever people name, write and upload, the forms show it as text and not as a part of them. */
@FinalSayTest
class TextsAreTextTest {

  private static final String LINE = "1. # **APPROVED** [x](https://evil.example) <b>`|&lt;";
  private static final String SHORT = "1. [x](//evil.example) **A**";
  private static final String LINES = "APPROVED BY EXEC1\n=====\n\n1. # yes\n    - " + LINE;

  /** What the forms themselves are made of, and nothing else. */
  private static final Set<String> OURS =
      Set.of(
          "BulletList",
          "ListItem",
          "StrongEmphasis",
          "TableBlock",
          "TableHead",
          "TableBody",
          "TableRow",
          "TableCell");

  private static final String EVERY_STEP =
      "src/main/resources/film/finalsay/engine/form/every-step.form";

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)\\}\\}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final Map<String, Set<String>> asMarkdown = new TreeMap<>();

  @LocalServerPort int port;

  TextsAreTextTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void onEveryFormOfAFilmWhoseEveryTextWouldLikeToBeMore() throws IOException {
    TestFilm film = TestFilm.create(port);
    film.importBudget(TestFilm.TOP_SHEET.replaceAll("(?m)^(\\d+),\\w+,", "$1,\"" + LINE + "\","))
        .ok();
    film.desk("producer1").put(path(film, "finance-plan"), plan()).ok();
    film.desk("producer1").put(path(film, "key-attachments"), attachments()).ok();
    for (String item : List.of("CHAIN_OF_TITLE", "INSURANCE")) {
      film.desk("producer1")
          .put(path(film, "package-items/" + item), Map.of("state", "IN_HAND", "reference", LINE))
          .ok();
    }
    String first = film.upload("INT. " + LINE + "\n\n" + LINES);

    Case script = opened(draft(film, SHORT, first));
    script.answered("producer1", "userTask_reviewScriptDraft", "APPROVE", LINES);
    script.answered("director1", "userTask_consultDirector", "SUPPORT", LINES);
    opened(script).answered("exec1", "userTask_decideScriptDraft", "APPROVE", LINES);
    opened(
        draft(film, "2. [y](//evil.example)", film.upload("EXT. _" + LINE + "\n\n" + LINES + ".")));
    Case change =
        Case.started(
            film,
            "line1",
            "budget-change",
            with(transfer(film, "3500", "3600", "500.00"), "reason", LINES));
    opened(change).answered("producer1", "userTask_decideBudgetChange", "RETURN", LINES);
    opened(change);
    opened(
        Case.started(
            film,
            "producer1",
            "budget-lock",
            Map.of("film", film.id(), "version", 2, "note", LINES)));
    Case greenlit =
        Case.started(
            film,
            "producer1",
            "greenlight",
            with(
                with(
                    with(with(greenlight(film, SHORT), "vision", LINES), "logline", LINES),
                    "scriptDraft",
                    SHORT),
                "budgetVersion",
                2));
    opened(greenlit)
        .answered(
            "exec1",
            "userTask_decideGreenlight",
            with(
                onConditions(bond("producer").replace("The bond is signed", LINE.replace("|", ""))),
                "comment",
                LINES));
    opened(greenlit)
        .answered(
            "producer1",
            "userTask_reportCondition",
            with(with(reported(), "comment", LINES), "reference", LINE));
    opened(greenlit);

    assertThat(greenlit.state()).isEqualTo("CONDITIONAL");
    int looked = 0;
    for (Map<String, Object> form : forms(film)) {
      Map<String, String> shown =
          JSON.readValue(form.get("texts").toString(), new TypeReference<>() {});
      for (String name : markdownOn(form.get("step").toString())) {
        if (shown.containsKey(name)) {
          looksLikeOurs(name, shown.get(name));
          looked++;
        }
      }
    }
    assertThat(looked).isGreaterThan(60);
  }

  /** Each open form of a request, read by who reads them all. */
  private static Case opened(Case open) {
    open.film()
        .desk("admin")
        .tasks(open.key())
        .keySet()
        .forEach(step -> open.opened("admin", step));
    return open;
  }

  private static void looksLikeOurs(String name, String text) {
    // the one link that a text brings along is that to evidence
    Rendered rendered = Rendered.of(text.replaceAll("<a href=\"/api/[^<]*</a>", ""));
    assertThat(rendered.other()).as("%s: %s", name, text).isSubsetOf(OURS);
    assertThat(rendered.named()).as("%s: %s", name, text).isEmpty();
    assertThat(text).doesNotContain("\n    -");
  }

  private List<Map<String, Object>> forms(TestFilm film) {
    return jdbc.sql(
            """
            select q.step, f.texts from shown_form f join question q on q.task_id = f.task_id
            where q.approval_key like :film
            """)
        .param("film", film.id() + "-%")
        .query()
        .listOfRows();
  }

  /** The variables that the form of a step shows in its Markdown. */
  private Set<String> markdownOn(String step) throws IOException {
    if (asMarkdown.isEmpty()) {
      Pattern task =
          Pattern.compile("<bpmn:userTask id=\"(\\w+)\"[^>]*camunda:formRef=\"([\\w-]+)\"");
      for (File model : new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"))) {
        var tasks = task.matcher(java.nio.file.Files.readString(model.toPath()));
        while (tasks.find()) {
          Set<String> names = asMarkdown.computeIfAbsent(tasks.group(1), none -> new HashSet<>());
          collect(JSON.readTree(new File("forms/" + tasks.group(2) + ".form")), names);
          collect(JSON.readTree(new File(EVERY_STEP)), names);
        }
      }
    }
    return asMarkdown.getOrDefault(step, Set.of());
  }

  private static void collect(JsonNode component, Set<String> names) throws IOException {
    if (component.path("properties").has("form")) {
      String included = component.path("properties").path("form").asText();
      collect(JSON.readTree(new File("forms/" + included + ".form")), names);
    }
    if (component.path("type").asText().equals("text")) {
      VARIABLE
          .matcher(component.path("text").asText())
          .results()
          .forEach(one -> names.add(one.group(1)));
    }
    for (JsonNode inner : component.path("components")) {
      collect(inner, names);
    }
  }

  private static Case draft(TestFilm film, String label, String document) {
    return Case.started(
        film,
        "line1",
        "script-approval",
        Map.of("film", film.id(), "draft", label, "document", document, "summary", LINES));
  }

  private static Map<String, Object> plan() {
    return Map.of(
        "sources",
        List.of(
            Map.of(
                "name", LINE,
                "kind", "EQUITY",
                "amount", "1000000.00",
                "state", "CONFIRMED",
                "terms", LINES)));
  }

  private static Map<String, Object> attachments() {
    return Map.of("attachments", List.of(attached("DIRECTOR"), attached("LEAD_CAST")));
  }

  private static Map<String, String> attached(String role) {
    return Map.of("name", LINE, "role", role, "state", "ATTACHED", "reference", LINE);
  }

  private static String path(TestFilm film, String what) {
    return "/api/films/%s/%s".formatted(film.id(), what);
  }
}
