package film.finalsay.journey;

import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.WebSession;

/** One of the two REST APIs of the engine, used by one person. */
interface EngineApi {

  /** A path below the API's own, such as {@code /task/{id}/complete}. */
  Answer call(String method, String path, Object body);

  /** The open one, with HTTP Basic. */
  static EngineApi open(int port, String person) {
    Desk desk = Desk.of(port, person);
    return (method, path, body) -> desk.call(method, "/engine-rest" + path, body);
  }

  /** The one behind the Tasklist, with its session. */
  static EngineApi behindTheTasklist(int port, String person) {
    WebSession session = WebSession.loggedIn(port, person);
    return (method, path, body) -> session.call(method, WebSession.API + path, body);
  }
}
