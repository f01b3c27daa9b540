package film.finalsay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets in only so many of the requests at once that our API declares {@link Expensive}. */
@Configuration
class ExpensiveRequests implements WebMvcConfigurer, HandlerInterceptor {

  private final Room room;

  ExpensiveRequests(Room room) {
    this.room = room;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    return !isExpensive(handler) || room.enter(request, response);
  }

  /** It is called if {@link #preHandle} let the request in, and not otherwise. */
  @Override
  public void afterCompletion(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
    if (isExpensive(handler)) {
      room.leave(request);
    }
  }

  private static boolean isExpensive(Object handler) {
    return handler instanceof HandlerMethod method && method.hasMethodAnnotation(Expensive.class);
  }
}
