package film.finalsay.greenlight;

import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PackageItemRepository {

  private final JdbcClient jdbc;

  PackageItemRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void set(String filmId, KeptItem item, String person, Instant now) {
    jdbc.sql("delete from package_item where film_id = :film and item = :item")
        .param("film", filmId)
        .param("item", item.item().name())
        .update();
    jdbc.sql(
            """
            insert into package_item (film_id, item, state, owner, document, reference, set_by, set_at)
            values (:film, :item, :state, :owner, :document, :reference, :person, :now)
            """)
        .param("film", filmId)
        .param("item", item.item().name())
        .param("state", item.state().name())
        .param("owner", item.owner())
        .param("document", item.evidence().document())
        .param("reference", item.evidence().reference())
        .param("person", person)
        .param("now", SqlTime.of(now))
        .update();
  }

  /** Every item there is, in their order; those that nobody has set are missing. */
  List<KeptItem> ofFilm(String filmId) {
    return complete(
        jdbc.sql("select * from package_item where film_id = :film")
            .param("film", filmId)
            .query(PackageItemRepository::item)
            .list());
  }

  /** Keeps the items as they are now with a package, in place of those kept before. */
  void freeze(String approvalKey, List<KeptItem> items) {
    jdbc.sql("delete from greenlight_package_item where approval_key = :key")
        .param("key", approvalKey)
        .update();
    for (KeptItem item : items) {
      jdbc.sql(
              """
              insert into greenlight_package_item (approval_key, item, state, owner, document, reference)
              values (:key, :item, :state, :owner, :document, :reference)
              """)
          .param("key", approvalKey)
          .param("item", item.item().name())
          .param("state", item.state().name())
          .param("owner", item.owner())
          .param("document", item.evidence().document())
          .param("reference", item.evidence().reference())
          .update();
    }
  }

  /** Those that were filed with a package. */
  List<KeptItem> ofPackage(String approvalKey) {
    return complete(
        jdbc.sql("select * from greenlight_package_item where approval_key = :key")
            .param("key", approvalKey)
            .query(PackageItemRepository::item)
            .list());
  }

  private static List<KeptItem> complete(List<KeptItem> set) {
    return PackageItem.kept().stream()
        .map(
            item ->
                set.stream()
                    .filter(one -> one.item() == item)
                    .findFirst()
                    .orElse(KeptItem.unset(item)))
        .toList();
  }

  private static KeptItem item(ResultSet row, int number) throws SQLException {
    return new KeptItem(
        PackageItem.valueOf(row.getString("item")),
        ItemState.valueOf(row.getString("state")),
        row.getString("owner"),
        new Evidence(row.getString("document"), row.getString("reference")));
  }
}
