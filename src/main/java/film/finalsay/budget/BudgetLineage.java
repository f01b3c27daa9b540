package film.finalsay.budget;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which version of a budget came of which. */
@Repository
class BudgetLineage {

  private final JdbcClient jdbc;

  BudgetLineage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The version, and those that it came from by approved increases. */
  Set<Integer> of(Budget budget) {
    Set<Integer> line = new LinkedHashSet<>();
    Optional<Integer> number = Optional.of(budget.number());
    while (number.isPresent() && line.add(number.get())) {
      number = related("raised_from", budget.filmId(), number.get());
    }
    return line;
  }

  /** The version that was locked in the place of this one. */
  Optional<Integer> supersededBy(String filmId, int number) {
    return related("superseded_by", filmId, number);
  }

  /** The version that an approved increase made of this one. */
  Optional<Integer> raisedTo(String filmId, int number) {
    return jdbc.sql(
            """
            select max(number) from budget_version
            where film_id = :film and raised_from = :number
            """)
        .param("film", filmId)
        .param("number", number)
        .query(Integer.class)
        .optional();
  }

  private Optional<Integer> related(String column, String filmId, int number) {
    return jdbc.sql(
            """
            select %1$s from budget_version
            where film_id = :film and number = :number and %1$s is not null
            """
                .formatted(column))
        .param("film", filmId)
        .param("number", number)
        .query(Integer.class)
        .optional();
  }
}
