package film.finalsay.script;

/**
 * A revision set as it was asked for.
 *
 * @param base the number of the draft that it revises
 * @param colour of its paper
 */
record ScriptRevision(int base, String colour) {}
