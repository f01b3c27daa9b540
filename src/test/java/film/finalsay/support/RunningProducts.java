package film.finalsay.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * The products that run in this JVM, by their ports. What a test begins with is set up through a
 * product's own services; what it is about goes over HTTP.
 */
public final class RunningProducts implements ApplicationListener<WebServerInitializedEvent> {

  private static final Map<Integer, ApplicationContext> BY_PORT = new ConcurrentHashMap<>();

  @Override
  public void onApplicationEvent(WebServerInitializedEvent product) {
    BY_PORT.put(product.getWebServer().getPort(), product.getApplicationContext());
  }

  static <T> T service(int port, Class<T> type) {
    return BY_PORT.get(port).getBean(type);
  }
}
