package film.finalsay.engine.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The two REST APIs of the engine: the open one, and the one behind the Tasklist. */
public final class EngineRoutes {

  private static final String API = "/engine-rest";

  /** The same API once more: with the name of the one engine, and behind the web applications. */
  private static final List<String> COPIES =
      List.of("/engine-rest/engine/default", "/camunda/api/engine/engine/default");

  private EngineRoutes() {}

  /** The path as the container dispatches it: decoded, normalised, without parameters. */
  static String path(HttpServletRequest request) {
    return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
  }

  /** The path with the engine's API called by its first name, whichever copy of it is asked. */
  public static String route(HttpServletRequest request) {
    String path = path(request);
    return COPIES.stream()
        .filter(copy -> path.equals(copy) || path.startsWith(copy + "/"))
        .findFirst()
        .map(copy -> API + path.substring(copy.length()))
        .orElse(path);
  }

  static boolean isEngineApi(HttpServletRequest request) {
    String path = path(request);
    return path.startsWith(API) || path.startsWith("/camunda/api");
  }
}
