package film.finalsay.approval;

import java.util.List;

/** The films, and who is on whose team today. */
public interface Teams {

  /**
   * @return the ids of the films on whose team a person is today, in whatever role
   */
  List<String> filmsOf(String person);

  boolean isFilm(String id);
}
