package film.finalsay.script.reading;

import java.util.Set;

/** The files that scripts come in, told by what they contain. */
public enum ScriptFormat {
  FOUNTAIN("Fountain", Set.of("fountain", "spmd", "txt")),
  FINAL_DRAFT("Final Draft", Set.of("fdx")),
  /** Kept as it is; its scenes are not read. */
  PDF("PDF", Set.of("pdf"));

  private final String title;
  private final Set<String> endings;

  ScriptFormat(String title, Set<String> endings) {
    this.title = title;
    this.endings = endings;
  }

  public String title() {
    return title;
  }

  /**
   * @param ending of a file's name, in lower case and without the dot
   */
  boolean isNamed(String ending) {
    return endings.contains(ending);
  }
}
