package film.finalsay.budget.change;

import film.finalsay.approval.Money;
import film.finalsay.budget.BudgetPostings.Posting;
import film.finalsay.ledger.AsTold;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Happening;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an approved change posted; on every version that follows it stands once more. */
public final class PostingsAsTold implements AsTold {

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
    return new Said(
        jdbc.query(
            """
            select distinct p.account, p.posting, p.amount_minor, f.currency
            from budget_posting p join film f on f.id = p.film_id where p.approval_key = ?
            """,
            (row, n) ->
                said(
                    row.getString("account"),
                    row.getString("posting"),
                    new Money(
                        row.getLong("amount_minor"),
                        Currency.getInstance(row.getString("currency")))),
            key),
        entries.stream()
            .map(Entry::event)
            .filter(event -> event.happening() == Happening.TOOK_EFFECT)
            .map(event -> event.facts())
            .filter(facts -> facts.containsKey("change"))
            .flatMap(PostingsAsTold::posted)
            .toList());
  }

  private static Stream<String> posted(Map<String, String> change) {
    Money amount =
        Money.of(
            new BigDecimal(change.get("amount")), Currency.getInstance(change.get("currency")));
    String to = change.get("toAccount");
    return switch (ChangeKind.valueOf(change.get("change"))) {
      case TRANSFER, CONTINGENCY ->
          Stream.of(
              said(change.get("fromAccount"), Posting.CHANGE.name(), amount.negated()),
              said(to, Posting.CHANGE.name(), amount));
      case OVERAGE -> Stream.of(said(to, Posting.OVERAGE.name(), amount));
      case INCREASE -> Stream.empty();
    };
  }

  private static String said(String account, String posting, Money amount) {
    return "%s %s on %s".formatted(posting, amount.plain(), account);
  }
}
