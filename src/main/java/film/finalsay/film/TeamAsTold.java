package film.finalsay.film;

import film.finalsay.ledger.AsTold;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Happening;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is on a film's team. Whose role was ended may be on its list still, with its last day. */
public final class TeamAsTold implements AsTold {

  @Override
  public String table() {
    return "team_member";
  }

  @Override
  public Of of() {
    return Of.TEAM;
  }

  @Override
  public Said said(JdbcTemplate jdbc, String key, List<Entry> entries) {
    Map<String, String> joined = new TreeMap<>();
    Set<String> left = new TreeSet<>();
    for (Entry entry : entries) {
      Map<String, String> facts = entry.event().facts();
      String member = said(facts.get("member"), facts.get("role"), facts.get("from"));
      if (entry.event().happening() == Happening.TEAM_JOINED) {
        joined.put(member, member + until(facts.get("to")));
        left.remove(member);
      } else if (joined.remove(member) != null) {
        left.add(member);
      }
    }
    List<String> table =
        jdbc.query(
            "select * from team_member where film_id = ?",
            (row, n) -> {
              String member =
                  said(row.getString("person"), row.getString("role"), row.getString("from_day"));
              String lastDay = row.getString("to_day");
              return left.contains(member) && lastDay != null ? null : member + until(lastDay);
            },
            key);
    return new Said(
        table.stream().filter(member -> member != null).toList(), List.copyOf(joined.values()));
  }

  private static String said(String person, String role, String from) {
    return "%s as %s from %s".formatted(person, role, from);
  }

  private static String until(String day) {
    return day == null ? "" : " to " + day;
  }
}
