package film.finalsay.approval;

/** Is told which decision table counts, whenever that may have changed. */
public interface TableWatch {

  /**
   * @param table the table's id, such as {@code budget-change-authority}
   * @param sha256 of the table as it was deployed
   * @param person who deployed it; null for the product itself
   */
  void inForce(String table, int version, String sha256, String person);
}
