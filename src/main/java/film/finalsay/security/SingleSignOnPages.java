package film.finalsay.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** What a person reads when the provider of single sign-on did not bring them in. */
final class SingleSignOnPages {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%1$s – Final Say</title>
        <link rel="stylesheet" href="%3$s/upload.css">
      </head>
      <body>
        <main>
          <p class="product">Final Say</p>
          <h1>%1$s</h1>
          <p>%2$s</p>
          <p><a href="%3$s/camunda/app/tasklist/default/">Try again</a></p>
        </main>
      </body>
      </html>
      """;

  private SingleSignOnPages() {}

  static void write(
      HttpStatus status, String title, String text, String context, HttpServletResponse response)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response
        .getWriter()
        .write(PAGE.formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(text), context));
  }

  static void providerIsDown(String context, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "10");
    write(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Nobody can log in at this moment",
        "The place where you log in does not answer. Whoever is logged in goes on working.",
        context,
        response);
  }
}
