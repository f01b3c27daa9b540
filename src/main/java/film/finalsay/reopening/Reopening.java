package film.finalsay.reopening;

/**
 * What is asked to be opened again.
 *
 * @param reopens the key of the approval
 */
public record Reopening(String reopens, String reason) {}
