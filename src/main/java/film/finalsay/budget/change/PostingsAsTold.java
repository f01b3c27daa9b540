package film.finalsay.budget.change;

import film.finalsay.approval.Money;
import film.finalsay.budget.BudgetPostings.Posting;
import film.finalsay.ledger.AsTold;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Happening;
import film.finalsay.sql.Sql;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an approved change posted; on every version that follows it stands once more. */
public final class PostingsAsTold implements AsTold {

  private record Posted(String account, Posting posting, Money amount) {

    String inWords() {
      return "%s %s on %s".formatted(posting, amount.plain(), account);
    }
  }

  @Override
  public String table() {
    return "budget_posting";
  }

  @Override
  public Of of() {
    return Of.APPROVAL;
  }

  @Override
  public Said said(JdbcTemplate jdbc, String key, List<Entry> entries) {
    List<Posted> posted =
        jdbc.query(
            """
            select distinct p.account, p.posting, p.amount_minor, f.currency
            from budget_posting p join film f on f.id = p.film_id where p.approval_key = ?
            """,
            Sql.rows(Posted.class),
            key);
    return new Said(
        posted.stream().map(Posted::inWords).toList(),
        entries.stream()
            .map(Entry::event)
            .filter(event -> event.happening() == Happening.TOOK_EFFECT)
            .map(event -> event.facts())
            .filter(facts -> facts.containsKey("change"))
            .flatMap(PostingsAsTold::posted)
            .map(Posted::inWords)
            .toList());
  }

  private static Stream<Posted> posted(Map<String, String> change) {
    Money amount =
        Money.of(
            new BigDecimal(change.get("amount")), Currency.getInstance(change.get("currency")));
    String to = change.get("toAccount");
    return switch (ChangeKind.valueOf(change.get("change"))) {
      case TRANSFER, CONTINGENCY ->
          Stream.of(
              new Posted(change.get("fromAccount"), Posting.CHANGE, amount.negated()),
              new Posted(to, Posting.CHANGE, amount));
      case OVERAGE -> Stream.of(new Posted(to, Posting.OVERAGE, amount));
      case INCREASE -> Stream.empty();
    };
  }
}
