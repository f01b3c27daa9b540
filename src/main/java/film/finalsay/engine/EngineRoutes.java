package film.finalsay.engine;

import jakarta.servlet.http.HttpServletRequest;

/** The two REST APIs of the engine: the open one, and the one behind the Tasklist. */
final class EngineRoutes {

  private EngineRoutes() {}

  /** The path as the container dispatches it: decoded, normalised, without parameters. */
  static String path(HttpServletRequest request) {
    return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
  }

  static boolean isEngineApi(HttpServletRequest request) {
    String path = path(request);
    return path.startsWith("/engine-rest") || path.startsWith("/camunda/api");
  }
}
