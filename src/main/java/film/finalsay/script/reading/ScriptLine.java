package film.finalsay.script.reading;

/**
 * One line as it is printed, without the marks of its format.
 *
 * @param text never blank
 */
public record ScriptLine(Element element, String text) {}
