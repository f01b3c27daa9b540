package film.finalsay.budget.lock;

import film.finalsay.budget.Budget;
import film.finalsay.budget.Budgets;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests to lock a version, and the budget changes that each would leave behind. */
@Repository
class BudgetLockRepository {

  private final JdbcClient jdbc;
  private final Budgets budgets;

  BudgetLockRepository(JdbcClient jdbc, Budgets budgets) {
    this.jdbc = jdbc;
    this.budgets = budgets;
  }

  /**
   * A budget change.
   *
   * @param version the one that it was made on
   */
  record FiledChange(String approvalKey, int version, String subject) {

    static String keys(List<FiledChange> changes, String separator) {
      return changes.stream().map(FiledChange::approvalKey).collect(Collectors.joining(separator));
    }
  }

  /** Puts a request on file, in place of what was on file for it. */
  void save(String approvalKey, String filmId, int version, String note) {
    jdbc.sql("delete from budget_lock where approval_key = :key")
        .param("key", approvalKey)
        .update();
    Sql.insert(jdbc, "budget_lock")
        .set("approval_key", approvalKey)
        .set("film_id", filmId)
        .set("version", version)
        .set("note", note)
        .run();
  }

  /**
   * The open changes that were made on the version that counts, and that this one would leave
   * behind in its place, because it does not continue the version that they were made on.
   */
  List<FiledChange> openLeftBehind(Film film, Budget version) {
    return leftBehind(film, version, open(film));
  }

  /** The same of those that took effect, in the order in which they did. */
  List<FiledChange> approvedLeftBehind(Film film, Budget version) {
    return leftBehind(film, version, approved(film));
  }

  /**
   * Those that took effect on any other version, and that the one that counts does not have: there
   * are none, unless that became so before approved changes held their version.
   */
  List<FiledChange> missingFrom(Film film, Budget counting) {
    return without(budgets.lineage(counting), approved(film));
  }

  /** Open ones that can only be returned, because another version than theirs counts. */
  List<FiledChange> stranded(Film film, Budget counting) {
    return without(budgets.lineage(counting), open(film));
  }

  private List<FiledChange> leftBehind(Film film, Budget version, List<FiledChange> filed) {
    Set<Integer> counting = budgets.lineage(budgets.current(film));
    return without(budgets.lineage(version), filed).stream()
        .filter(change -> counting.contains(change.version()))
        .toList();
  }

  private static List<FiledChange> without(Set<Integer> kept, List<FiledChange> filed) {
    return filed.stream().filter(change -> !kept.contains(change.version())).toList();
  }

  private List<FiledChange> open(Film film) {
    return changes("a.settled_at is null order by a.requested_at, a.approval_key", film);
  }

  private List<FiledChange> approved(Film film) {
    return changes("a.state = 'APPROVED' order by a.settled_at, a.approval_key", film);
  }

  private List<FiledChange> changes(String which, Film film) {
    return jdbc.sql(
            """
            select a.approval_key, c.version, a.subject from approval a
            join budget_change c on c.approval_key = a.approval_key
            where a.film_id = :film and %s
            """
                .formatted(which))
        .param("film", film.id())
        .query(Sql.rows(FiledChange.class))
        .list();
  }
}
