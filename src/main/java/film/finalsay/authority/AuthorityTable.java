package film.finalsay.authority;

import film.finalsay.engine.tables.TableProbe.Figure;
import java.util.List;
import java.util.Map;

/**
 * The decision table by which the production office says who decides a kind of request. Each of its
 * rows says {@code decidedBy} and {@code consents}, as group ids, and {@code because}, a sentence.
 *
 * @param id of the table
 * @param choices what it is asked that is one of a few values, by name
 * @param figures what it is asked that is a number
 */
public record AuthorityTable(String id, Map<String, List<Object>> choices, List<Figure> figures) {}
