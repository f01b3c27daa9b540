package film.finalsay.web;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts into words what the container turns away because it is no HTTP that it can read. */
@Component
class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final Problems problems;

  UnreadRequests(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    tomcat.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new InWords()));
  }

  private final class InWords extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      boolean unread = response.getStatus() >= 400 && response.getStatus() < 500;
      if (!unread || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        HttpStatus status =
            Optional.ofNullable(HttpStatus.resolve(response.getStatus()))
                .orElse(HttpStatus.BAD_REQUEST);
        problems.write(
            status,
            "This is no HTTP request that can be read.",
            MissingNode.getInstance(),
            response);
        response.finishResponse();
      } catch (IOException gone) {
        // whoever asked does not listen any more
      }
    }
  }
}
