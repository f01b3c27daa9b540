package film.finalsay.greenlight;

import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeyAttachmentRepository {

  private final JdbcClient jdbc;

  KeyAttachmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return 0 while there is none
   */
  int latest(String filmId) {
    return jdbc.sql(
            "select coalesce(max(version), 0) from key_attachment_list where film_id = :film")
        .param("film", filmId)
        .query(Integer.class)
        .single();
  }

  /**
   * The newest that was saved by a time.
   *
   * @return 0 if there was none
   */
  int latest(String filmId, Instant when) {
    return jdbc.sql(
            """
            select coalesce(max(version), 0) from key_attachment_list
            where film_id = :film and saved_at <= :when
            """)
        .param("film", filmId)
        .param("when", SqlTime.of(when))
        .query(Integer.class)
        .single();
  }

  void insert(String filmId, AttachmentList list) {
    jdbc.sql(
            """
            insert into key_attachment_list (film_id, version, saved_by, saved_at)
            values (:film, :version, :person, :now)
            """)
        .param("film", filmId)
        .param("version", list.version())
        .param("person", list.savedBy())
        .param("now", SqlTime.of(list.savedAt()))
        .update();
    for (int position = 0; position < list.attachments().size(); position++) {
      KeyAttachment one = list.attachments().get(position);
      jdbc.sql(
              """
              insert into key_attachment (film_id, version, position, name, role, state, document,
                                          reference)
              values (:film, :version, :position, :name, :role, :state, :document, :reference)
              """)
          .param("film", filmId)
          .param("version", list.version())
          .param("position", position)
          .param("name", one.name())
          .param("role", one.role().name())
          .param("state", one.state().name())
          .param("document", one.evidence().document())
          .param("reference", one.evidence().reference())
          .update();
    }
  }

  Optional<AttachmentList> find(String filmId, int version) {
    return jdbc.sql(
            "select * from key_attachment_list where film_id = :film and version = :version")
        .param("film", filmId)
        .param("version", version)
        .query(
            (row, n) ->
                new AttachmentList(
                    version,
                    attachments(filmId, version),
                    row.getString("saved_by"),
                    SqlTime.instant(row, "saved_at")))
        .optional();
  }

  private List<KeyAttachment> attachments(String filmId, int version) {
    return jdbc.sql(
            """
            select * from key_attachment where film_id = :film and version = :version
            order by position
            """)
        .param("film", filmId)
        .param("version", version)
        .query(KeyAttachmentRepository::attachment)
        .list();
  }

  private static KeyAttachment attachment(ResultSet row, int number) throws SQLException {
    return new KeyAttachment(
        row.getString("name"),
        AttachmentRole.valueOf(row.getString("role")),
        AttachmentState.valueOf(row.getString("state")),
        new Evidence(row.getString("document"), row.getString("reference")));
  }
}
