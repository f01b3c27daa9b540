package film.finalsay.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP as it is written, for requests that no client would send. */
public final class PlainHttp {

  private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (\\d{3})");
  private static final Pattern TYPE = Pattern.compile("(?i)\r\ncontent-type: *([^\r;]*)");
  private static final int TIMEOUT = 60_000;

  /** An answer; its content type is empty if there is none. */
  public record Answer(int status, String contentType, String text) {}

  private PlainHttp() {}

  /**
   * @param target as it stands after the method
   * @param headers each with its line's end
   */
  public static Answer send(
      int port, String person, String method, String target, String headers, byte[] body) {
    String login = Base64.getEncoder().encodeToString((person + ":" + person).getBytes());
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic %s\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(method, target, login, body.length, headers);
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(TIMEOUT);
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write(head.getBytes(StandardCharsets.UTF_8));
      request.write(body);
      String answer = whatCame(socket, request.toByteArray());
      return new Answer(
          Integer.parseInt(first(STATUS, answer, "0")), first(TYPE, answer, ""), answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A server that refuses a request by its head closes while the rest is on its way. */
  private static String whatCame(Socket socket, byte[] request) throws IOException {
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    IOException closed = null;
    try {
      socket.getOutputStream().write(request);
    } catch (SocketException early) {
      closed = early;
    }
    try {
      socket.getInputStream().transferTo(came);
    } catch (SocketException reset) {
      closed = reset;
    }
    if (closed != null && came.size() == 0) {
      throw closed;
    }
    return came.toString(StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String text, String otherwise) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : otherwise;
  }
}
