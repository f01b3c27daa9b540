package film.finalsay.consent;

import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AskedConsentRepository {

  private final JdbcClient jdbc;

  AskedConsentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void delete(String approvalKey) {
    jdbc.sql("delete from asked_consent where approval_key = :key")
        .param("key", approvalKey)
        .update();
  }

  /** In place of what was on file for the party. */
  void save(String approvalKey, Role party, ConsentTerms terms) {
    jdbc.sql("delete from asked_consent where approval_key = :key and party = :party")
        .param("key", approvalKey)
        .param("party", party.id())
        .update();
    jdbc.sql(
            """
            insert into asked_consent (approval_key, party, deadline, silence, because)
            values (:key, :party, :deadline, :silence, :because)
            """)
        .param("key", approvalKey)
        .param("party", party.id())
        .param("deadline", terms.deadline().toString())
        .param("silence", terms.silence().name())
        .param("because", terms.because())
        .update();
  }

  Map<Role, ConsentTerms> find(String approvalKey) {
    Map<Role, ConsentTerms> asked = new EnumMap<>(Role.class);
    jdbc.sql("select * from asked_consent where approval_key = :key")
        .param("key", approvalKey)
        .query(
            row -> {
              ConsentTerms terms =
                  new ConsentTerms(
                      ConsentTerms.amount(row.getString("deadline")),
                      Outcome.valueOf(row.getString("silence")),
                      row.getString("because"));
              Role.ofId(row.getString("party")).ifPresent(party -> asked.put(party, terms));
            });
    return asked;
  }
}
