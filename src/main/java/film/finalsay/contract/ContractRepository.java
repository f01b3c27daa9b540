package film.finalsay.contract;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts, from when they are asked for; the record has those that were approved. */
@Repository
class ContractRepository {

  private static final String APPROVED =
      """
      select c.*, b.number as based_on from contract c
      left join contract b on b.approval_key = c.amends
      where c.film_id = :film and c.approved_at is not null
      """;

  private final JdbcClient jdbc;

  ContractRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One that stands with a counterparty: approved, or still to be decided. */
  record Standing(Money amount, boolean aboveTheLine, String flags) {}

  private record Terms(
      String counterparty,
      String partyKey,
      String country,
      String type,
      String purpose,
      Money amount,
      boolean aboveTheLine,
      String flags,
      LocalDate termStart,
      LocalDate termEnd,
      String document) {}

  /** Puts what is asked for on file, in place of what was on file for it. */
  void save(
      Film film, String key, ContractTerms terms, boolean aboveTheLine, Optional<Contract> amends) {
    for (String table : List.of("contract_amount", "contract_payment", "contract")) {
      jdbc.sql("delete from %s where approval_key = :key".formatted(table))
          .param("key", key)
          .update();
    }
    Sql.insert(jdbc, "contract")
        .set("approval_key", key)
        .set("film_id", film.id())
        .set("number", Integer.valueOf(key.substring(key.lastIndexOf('-') + 1)))
        .set("amends", amends.map(Contract::approvalKey).orElse(null))
        .set(
            new Terms(
                terms.counterparty().name(),
                terms.counterparty().key(),
                terms.counterparty().country(),
                terms.type().name(),
                terms.purpose(),
                terms.amount(),
                aboveTheLine,
                ContractFlag.written(terms.flags()),
                terms.termStart(),
                terms.termEnd(),
                terms.document()))
        .run();
    insertRows("contract_amount", key, terms.amounts());
    insertRows("contract_payment", key, terms.payments());
  }

  private void insertRows(String table, String key, List<? extends Record> rows) {
    for (int position = 0; position < rows.size(); position++) {
      Sql.insert(jdbc, table)
          .set("approval_key", key)
          .set("position", position)
          .set(rows.get(position))
          .run();
    }
  }

  /**
   * @param except the one that is asked for anew; null if none
   */
  List<Standing> standing(Film film, Counterparty counterparty, String except) {
    return jdbc.sql(
            """
            select c.amount_minor, c.above_the_line, c.flags
            from contract c join approval a on a.approval_key = c.approval_key
            where c.film_id = :film and c.party_key = :party and c.approval_key <> :except
              and (c.approved_at is not null or a.settled_at is null)
            """)
        .param("film", film.id())
        .param("party", counterparty.key())
        .param("except", except == null ? "" : except)
        .query(Sql.rows(Standing.class, film.currency()))
        .list();
  }

  void approved(String key, Instant when) {
    jdbc.sql("update contract set approved_at = :now where approval_key = :key")
        .param("now", SqlTime.of(when))
        .param("key", key)
        .update();
  }

  void signed(String key, String document, LocalDate day, String person, Instant when) {
    jdbc.sql(
            """
            update contract set signed_document = :document, signed_on = :day, signed_by = :person,
              signed_at = :now where approval_key = :key
            """)
        .param("document", document)
        .param("day", day)
        .param("person", person)
        .param("now", SqlTime.of(when))
        .param("key", key)
        .update();
  }

  Optional<Contract> find(Film film, int number) {
    return jdbc.sql(APPROVED + "and c.number = :number")
        .param("film", film.id())
        .param("number", number)
        .query(Sql.rows(Contract.class, film.currency()))
        .optional();
  }

  /** The newest first. */
  List<Contract> page(Film film, int limit, long offset) {
    return jdbc.sql(APPROVED + "order by c.number desc limit :limit offset :offset")
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(Contract.class, film.currency()))
        .list();
  }

  List<AccountAmount> amounts(Film film, Contract contract) {
    return rows("contract_amount", film, contract, AccountAmount.class);
  }

  List<Payment> payments(Film film, Contract contract) {
    return rows("contract_payment", film, contract, Payment.class);
  }

  private <T extends Record> List<T> rows(
      String table, Film film, Contract contract, Class<T> type) {
    return jdbc.sql("select * from %s where approval_key = :key order by position".formatted(table))
        .param("key", contract.approvalKey())
        .query(Sql.rows(type, film.currency()))
        .list();
  }

  /** By their days; those that wait for a milestone come last. */
  List<DuePayment> calendar(Film film, int limit, long offset) {
    return jdbc.sql(
            """
            select c.number as contract, c.counterparty, p.due, p.milestone, p.amount_minor
            from contract_payment p join contract c on c.approval_key = p.approval_key
            where c.film_id = :film and c.approved_at is not null
            order by case when p.due is null then 1 else 0 end, p.due, c.number, p.position
            limit :limit offset :offset
            """)
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(DuePayment.class, film.currency()))
        .list();
  }
}
