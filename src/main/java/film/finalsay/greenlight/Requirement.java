package film.finalsay.greenlight;

/**
 * What the package table says of an item.
 *
 * @param because why, in a sentence
 */
public record Requirement(boolean required, String because) {}
