package film.finalsay.register;

import film.finalsay.approval.Fingerprint;
import film.finalsay.ledger.AsTold;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Happening;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What those who answered had read. */
public final class ReadFormsAsTold implements AsTold {

  private static final String NOTHING = Fingerprint.of(Map.of());

  private record Read(String person, String step, String sha256) {

    @Override
    public String toString() {
      return "%s read %s at %s".formatted(person, sha256, step);
    }
  }

  @Override
  public String table() {
    return "shown_form";
  }

  @Override
  public Said said(JdbcTemplate jdbc, String key, List<Entry> entries) {
    return new Said(
        inWords(
            jdbc.query(
                """
                select q.answered_by, q.step, coalesce(f.texts, q.shown) as texts from question q
                left join shown_form f on f.task_id = q.task_id and f.person = q.answered_by
                where q.approval_key = ? and q.answered_by is not null
                """,
                (row, n) ->
                    new Read(
                        row.getString("answered_by"),
                        row.getString("step"),
                        ShownForm.read(row.getString("texts")).sha256()),
                key)),
        inWords(
            entries.stream()
                .map(Entry::event)
                .filter(event -> event.happening() == Happening.DECIDED)
                .map(event -> new Read(event.person(), event.facts().get("step"), event.seen()))
                .toList()));
  }

  /** A node of the version before that ran beside this one told even of nothing. */
  private static List<String> inWords(List<Read> all) {
    return all.stream()
        .filter(read -> read.sha256() != null && !read.sha256().equals(NOTHING))
        .map(Read::toString)
        .toList();
  }
}
