package film.finalsay.script;

/**
 * Which draft an approval is about at the moment.
 *
 * @param summary what changed, in the submitter's words
 */
record ScriptSubmission(String label, String summary) {}
