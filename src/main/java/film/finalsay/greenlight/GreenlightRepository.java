package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import film.finalsay.sql.Versions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GreenlightRepository {

  private final JdbcClient jdbc;
  private final Versions attachments;

  GreenlightRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.attachments = new Versions(jdbc, "key_attachment_list", "key_attachment");
  }

  /** Keeps a package with the items as they are now, in place of what was filed before. */
  void save(String approvalKey, GreenlightPackage filed, List<KeptItem> items) {
    delete("greenlight_package", approvalKey);
    Sql.insert(jdbc, "greenlight_package").set("approval_key", approvalKey).set(filed).run();
    delete("greenlight_package_item", approvalKey);
    items.forEach(
        item ->
            Sql.insert(jdbc, "greenlight_package_item")
                .set("approval_key", approvalKey)
                .set(item)
                .run());
  }

  private void delete(String table, String approvalKey) {
    jdbc.sql("delete from %s where approval_key = :key".formatted(table))
        .param("key", approvalKey)
        .update();
  }

  GreenlightPackage filed(String approvalKey) {
    return jdbc.sql("select * from greenlight_package where approval_key = :key")
        .param("key", approvalKey)
        .query(Sql.rows(GreenlightPackage.class))
        .single();
  }

  /** Those that were filed with a package. */
  List<KeptItem> filedItems(String approvalKey) {
    return items("select * from greenlight_package_item where approval_key = :key", approvalKey);
  }

  /** Those of the film as they are now. */
  List<KeptItem> items(Film film) {
    return items("select * from package_item where film_id = :key", film.id());
  }

  /** Every item that is kept, in their order; those that nobody has set are missing. */
  private List<KeptItem> items(String select, String key) {
    List<KeptItem> set = jdbc.sql(select).param("key", key).query(Sql.rows(KeptItem.class)).list();
    return PackageItem.KEPT.stream().map(item -> KeptItem.among(set, item)).toList();
  }

  void set(Film film, KeptItem item, String person, Instant now) {
    jdbc.sql("delete from package_item where film_id = :film and item = :item")
        .param("film", film.id())
        .param("item", item.item().name())
        .update();
    Sql.insert(jdbc, "package_item")
        .set("film_id", film.id())
        .set(item)
        .set("set_by", person)
        .set("set_at", now)
        .run();
  }

  /**
   * @return 0 while there is no list of attachments
   */
  int latestAttachments(Film film) {
    return attachments.latest(film.id());
  }

  /**
   * @return 0 if there was no list of attachments
   */
  int latestAttachments(Film film, Instant when) {
    return attachments.latest(film.id(), when);
  }

  void insert(Film film, AttachmentList list) {
    attachments.insert(film.id(), list.version(), list.savedBy(), list.savedAt()).run();
    attachments.insertRows(film.id(), list.version(), list.attachments());
  }

  Optional<AttachmentList> attachments(Film film, int version) {
    return attachments.find(
        film.id(),
        version,
        (row, n) ->
            new AttachmentList(
                version,
                attachments.rowsOf(film.id(), version, Sql.rows(KeyAttachment.class)),
                row.getString("saved_by"),
                SqlTime.instant(row, "saved_at")));
  }

  /**
   * What a greenlight that was given says of the funds.
   *
   * @param financePlan the version it was given on; null if it was filed with a figure instead
   * @param securedFunds that figure; null if it was filed with a finance plan
   */
  record Given(Integer financePlan, Money securedFunds, Instant approvedAt) {}

  Optional<Given> findLastApproved(Film film) {
    return Optional.ofNullable(lastApproved(List.of(film)).get(film.id()));
  }

  /** The same of several films, by film. */
  Map<String, Given> lastApproved(Collection<Film> films) {
    return Sql.byFilm(
        jdbc.sql(
            """
            select a.film_id, f.currency, g.finance_plan, g.secured_funds_minor,
                   a.settled_at as approved_at
            from greenlight_package g
            join approval a on a.approval_key = g.approval_key
            join film f on f.id = a.film_id
            where a.film_id in (:films) and a.state = 'APPROVED'
              and (g.finance_plan is not null or g.secured_funds_minor is not null)
            order by a.settled_at desc
            """),
        Films.ids(films),
        Given.class);
  }
}
