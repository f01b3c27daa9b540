package film.finalsay.delivery;

import film.finalsay.sql.Sql;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryRepository {

  private final JdbcClient jdbc;

  DeliveryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<DeliveryItem> all(String filmId) {
    return page(filmId, null, Integer.MAX_VALUE, 0);
  }

  /**
   * @param distributor null for all
   */
  List<DeliveryItem> page(String filmId, String distributor, int limit, long offset) {
    return jdbc.sql(
            "select * from delivery_item where film_id = :film"
                + (distributor == null ? "" : " and lower(distributor) = lower(:distributor)")
                + " order by distributor, number limit :limit offset :offset")
        .param("film", filmId)
        .param("distributor", distributor)
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(DeliveryItem.class))
        .list();
  }

  Optional<DeliveryItem> find(String filmId, int number) {
    return jdbc.sql("select * from delivery_item where film_id = :film and number = :number")
        .param("film", filmId)
        .param("number", number)
        .query(Sql.rows(DeliveryItem.class))
        .optional();
  }

  int lastNumber(String filmId) {
    return Sql.last(jdbc, "delivery_item", "number", filmId);
  }

  void save(DeliveryItem item) {
    Sql.insert(jdbc, "delivery_item").set(item).save("film_id", "number");
  }

  void delete(DeliveryItem item) {
    jdbc.sql("delete from delivery_item where film_id = :film and number = :number")
        .param("film", item.filmId())
        .param("number", item.number())
        .update();
  }
}
