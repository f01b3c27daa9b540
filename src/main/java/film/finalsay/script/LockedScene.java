package film.finalsay.script;

/**
 * A scene number that stands for good.
 *
 * @param heading of the scene, {@code OMITTED} if it was cut
 */
public record LockedScene(String number, String heading, boolean omitted) {}
