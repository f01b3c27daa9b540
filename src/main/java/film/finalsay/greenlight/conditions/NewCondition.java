package film.finalsay.greenlight.conditions;

import java.time.LocalDate;

/**
 * A condition as it is asked for.
 *
 * @param owner a role or a person, as it was written
 */
record NewCondition(String wording, String owner, String evidence, LocalDate due) {}
