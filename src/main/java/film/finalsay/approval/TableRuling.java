package film.finalsay.approval;

/**
 * What a decision table said when a process asked it on its way.
 *
 * @param table its id
 * @param said the rows that applied, each with what it says; empty if none did
 */
public record TableRuling(String table, int version, String said) {}
