package film.finalsay.ledger;

import java.util.List;

/**
 * A row that the running transaction inserted, updated or deleted.
 *
 * @param owner the film or the approval that it belongs to; null if it is the company's
 */
record ChangedRow(RecordedTable table, List<String> key, String owner) {}
