package film.finalsay.script;

/**
 * The request to lock a draft.
 *
 * @param draft the number of a draft of the film
 * @param note what the others should know of it; empty if there is nothing
 */
public record ScriptLock(int draft, String note) {}
