package film.finalsay.engine.model;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a process ask several groups, named in one variable: {@code ${groups.in(consents)}}. */
@Component("groups")
public class GroupList {

  /**
   * @param commaSeparated group ids; null and empty mean none
   */
  public List<String> in(String commaSeparated) {
    return commaSeparated == null
        ? List.of()
        : Arrays.stream(commaSeparated.split(","))
            .map(String::strip)
            .filter(group -> !group.isEmpty())
            .distinct()
            .toList();
  }
}
