package film.finalsay.script;

/**
 * The clearance reports on one document, counted.
 *
 * @param findings in all of them
 * @param open how many of the findings are open
 */
record ClearanceCount(int reports, int findings, int open) {}
