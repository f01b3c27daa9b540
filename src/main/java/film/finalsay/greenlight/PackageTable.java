package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.FilmKind;
import java.util.Map;

/** The table by which the production office says what a greenlight package must contain. */
public interface PackageTable {

  /**
   * @param budget the total; zero while none is named
   * @return what the table says of every item, as it counts now
   */
  Map<PackageItem, Requirement> of(FilmKind kind, Money budget);
}
