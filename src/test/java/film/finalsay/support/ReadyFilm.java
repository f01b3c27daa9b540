package film.finalsay.support;

import java.util.Map;

/** A test film with all that a greenlight asks for. */
public final class ReadyFilm {

  private ReadyFilm() {}

  public static TestFilm create(int port) {
    return scripted(port).packaged();
  }

  /** With the approved script alone, {@code Draft 1}. */
  public static TestFilm scripted(int port) {
    TestFilm film = TestFilm.create(port);
    String script =
        film.desk("line1")
            .started(
                "script-approval",
                Map.of(
                    "film",
                    film.id(),
                    "draft",
                    "Draft 1",
                    "document",
                    film.upload("FADE IN."),
                    "summary",
                    "The first full draft."));
    film.desk("producer1").answer(script, "userTask_reviewScriptDraft", "APPROVE", "").ok();
    film.desk("director1").answer(script, "userTask_consultDirector", "SUPPORT", "").ok();
    film.desk("exec1").answer(script, "userTask_decideScriptDraft", "APPROVE", "").ok();
    return film;
  }
}
