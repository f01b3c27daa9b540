package film.finalsay.consent;

import film.finalsay.approval.Role;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AskedConsentRepository {

  private final JdbcClient jdbc;

  AskedConsentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of what was on file. */
  void save(String approvalKey, List<Role> parties) {
    jdbc.sql("delete from asked_consent where approval_key = :key")
        .param("key", approvalKey)
        .update();
    for (Role party : parties) {
      jdbc.sql("insert into asked_consent (approval_key, party) values (:key, :party)")
          .param("key", approvalKey)
          .param("party", party.id())
          .update();
    }
  }

  List<Role> find(String approvalKey) {
    return jdbc
        .sql("select party from asked_consent where approval_key = :key")
        .param("key", approvalKey)
        .query(String.class)
        .list()
        .stream()
        .flatMap(id -> Role.ofId(id).stream())
        .sorted()
        .toList();
  }
}
