package film.finalsay.film.web;

import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.Viewer;
import film.finalsay.web.Argument;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is asking, and the film they ask about, if they are on its team. */
@Configuration
public class Viewers {

  @Bean
  Argument<Viewer> viewerArgument() {
    return new Argument<>(Viewer.class, null, (request, none) -> of(request));
  }

  @Bean
  Argument<Film> filmArgument(Films films) {
    return new Argument<>(Film.class, "film", (request, film) -> films.seenBy(of(request), film));
  }

  public static Viewer of(HttpServletRequest request) {
    return new Viewer(request.getUserPrincipal().getName(), request.isUserInRole("administrator"));
  }
}
