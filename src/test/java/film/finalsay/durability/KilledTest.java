package film.finalsay.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.StartsTheProduct;
import film.finalsay.support.Trust;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product as it is shipped, on its default database, killed with {@code kill -9} right after an
 * acknowledged decision. {@code -Dfinalsay.trust=full} says 20 times; 2 by default.
 */
@StartsTheProduct
class KilledTest {

  private static final int KILLS = Trust.count(2, 20);
  private static final int DECISIONS_BEFORE_EACH_KILL = 3;

  @TempDir Path folder;
  private ShippedProduct product;

  @BeforeEach
  void start() throws IOException {
    product = ShippedProduct.start(folder);
  }

  @AfterEach
  void stop() {
    product.kill();
  }

  @Test
  void anAcknowledgedDecisionIsThereAfterTheKill() throws IOException {
    List<String> acknowledged = new ArrayList<>();
    BigDecimal before = balance("3600");
    for (int kill = 1; kill <= KILLS; kill++) {
      for (int i = 0; i < DECISIONS_BEFORE_EACH_KILL; i++) {
        acknowledged.add(approvedTransferOfOne());
      }
      product.kill();
      product = ShippedProduct.start(folder);

      for (String key : acknowledged) {
        JsonNode approval = desk("line1").approval(key);
        assertThat(approval.path("state").asText()).as(key).isEqualTo("APPROVED");
        assertThat(approval.path("decisions")).as(key).hasSize(1);
      }
      assertThat(balance("3600"))
          .as("balance after kill %d", kill)
          .isEqualByComparingTo(before.add(BigDecimal.valueOf(acknowledged.size())));
    }
  }

  /** Acknowledged means: the answer to the completion has arrived here. */
  private String approvedTransferOfOne() {
    String key =
        desk("line1")
            .started(
                "budget-change",
                Map.of(
                    "film", "NOVA",
                    "kind", "TRANSFER",
                    "fromAccount", "3500",
                    "toAccount", "3600",
                    "amount", "1.00",
                    "reason", "Survives."));
    assertThat(desk("producer1").answer(key, "userTask_decideBudgetChange", "APPROVE", "").status())
        .isEqualTo(204);
    return key;
  }

  private BigDecimal balance(String account) {
    for (JsonNode row : desk("line1").get("/api/films/NOVA/budget").ok().path("accounts")) {
      if (row.path("account").asText().equals(account)) {
        return new BigDecimal(row.path("balance").asText());
      }
    }
    throw new AssertionError("no account " + account);
  }

  private Desk desk(String person) {
    return Desk.of(product.port(), person);
  }
}
