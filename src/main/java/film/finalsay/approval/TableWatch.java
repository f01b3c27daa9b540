package film.finalsay.approval;

/** Looks at a decision table before it counts, and is told which one does. */
public interface TableWatch {

  /**
   * A table is about to count.
   *
   * @param model the file that was deployed
   * @throws BusinessRuleException (invalid) naming the table and what is wrong with it; it does not
   *     count then
   */
  void requireSound(String table, byte[] model);

  /**
   * @param table the table's id, such as {@code budget-change-authority}
   * @param sha256 of the table as it was deployed
   * @param person who deployed it; null for the product itself
   */
  void inForce(String table, int version, String sha256, String person);
}
