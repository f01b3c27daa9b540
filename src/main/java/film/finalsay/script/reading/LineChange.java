package film.finalsay.script.reading;

/**
 * A line that only one of two versions of a scene has.
 *
 * @param added whether the later one has it
 */
public record LineChange(boolean added, ScriptLine line) {}
