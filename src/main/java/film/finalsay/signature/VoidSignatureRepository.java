package film.finalsay.signature;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VoidSignatureRepository {

  private final JdbcClient jdbc;

  VoidSignatureRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String approvalKey, VoidSignature signature) {
    jdbc.sql(
            """
            insert into signature_void (approval_key, voided_key, because, signers)
            values (:key, :voided, :because, :signers)
            """)
        .param("key", approvalKey)
        .param("voided", signature.voidedKey())
        .param("because", signature.because())
        .param("signers", String.join(",", signature.signers()))
        .update();
  }

  VoidSignature find(String approvalKey) {
    return jdbc.sql("select * from signature_void where approval_key = :key")
        .param("key", approvalKey)
        .query(
            (row, n) ->
                new VoidSignature(
                    row.getString("voided_key"),
                    row.getString("because"),
                    List.of(row.getString("signers").split(","))))
        .single();
  }

  /** The approval by which the signers of another one have been told that it is void. */
  Optional<String> findByVoided(String voidedKey) {
    return jdbc.sql("select approval_key from signature_void where voided_key = :voided")
        .param("voided", voidedKey)
        .query(String.class)
        .optional();
  }
}
