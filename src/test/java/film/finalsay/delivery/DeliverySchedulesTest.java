package film.finalsay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a distributor gets, over HTTP. */
@FinalSayTest
class DeliverySchedulesTest {

  private DeliverableFilm delivery;
  private TestFilm film;

  @LocalServerPort private int port;

  @BeforeEach
  void aFilm() {
    delivery = DeliverableFilm.shot(port);
    film = delivery.film();
  }

  @Test
  void theUsualItemsAreAddedAsFarAsTheyAreNotThere() {
    delivery.schedule("item,specification\ndcp,4K\n").ok();
    JsonNode all =
        film.desk("producer1")
            .post(
                delivery.path("delivery-items/usual"),
                Map.of("distributor", "northlight", "due", "2027-01-31"))
            .ok();
    assertThat(all.path("items")).hasSize(13);
    assertThat(all.path("items").path(0).path("specification").asText()).isEqualTo("4K");
    assertThat(all.findValuesAsText("distributor")).containsOnly("Northlight");
    assertThat(all.findValuesAsText("state")).containsOnly("MISSING");
  }

  @Test
  void aListThatIsSavedAnewKeepsWhereItsItemsStand() {
    delivery.schedule("item\nDCP\nStills\nTrailer\n").ok();
    delivery.set(1, "SENT").ok();
    byte[] anew =
        "item,specification,essential\nDCP,4K,no\nStills,,yes\n".getBytes(StandardCharsets.UTF_8);
    JsonNode saved = delivery.schedule("producer1", anew).ok();
    assertThat(saved.path("items").findValuesAsText("item")).containsExactly("DCP", "Stills");
    assertThat(saved.path("items").path(0).path("state").asText()).isEqualTo("SENT");
    assertThat(saved.path("items").path(0).path("specification").asText()).isEqualTo("4K");

    Answer gone = delivery.schedule("item\nStills\n");
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.text("detail")).contains("DCP is sent");
    assertThat(delivery.schedule("item\nStills\nStills\n").field()).isEqualTo("file");
  }

  @Test
  void onlyAProducerTakesOffWhatIsEssential() {
    delivery.schedule("item,essential\nDCP,yes\nStills,no\nTrailer,no\n").ok();
    Answer lessened = delivery.schedule("item,essential\nDCP,no\nStills,no\nTrailer,no\n");
    assertThat(lessened.status()).isEqualTo(403);
    assertThat(lessened.text("detail")).contains("DCP is essential to Northlight");
    assertThat(delivery.schedule("item,essential\nStills,no\nTrailer,no\n").status())
        .isEqualTo(403);
    delivery.schedule("item,essential\nDCP,yes\nStills,yes\n").ok();
    byte[] fewer = "item,essential\nStills,no\n".getBytes(StandardCharsets.UTF_8);
    assertThat(delivery.schedule("producer1", fewer).ok().path("items")).hasSize(1);
  }

  @Test
  void anotherDistributorsListIsItsOwnAndComesAsAFileThatImportsBack() {
    delivery.schedule("item,essential,due\n\"Key art, layered\",no,2027-01-31\n").ok();
    film.desk("producer1")
        .put(
            delivery.path("delivery-items"),
            Map.of(
                "distributor",
                "Southlight",
                "items",
                List.of(Map.of("item", "DCP", "essential", true))))
        .ok();
    assertThat(
            film.desk("financier1")
                .get(delivery.path("delivery-items?distributor=southlight&size=1"))
                .ok()
                .path("items")
                .findValuesAsText("item"))
        .containsExactly("DCP");
    byte[] file =
        film.desk("line1").download(delivery.path("delivery-items/export?distributor=Northlight"));
    assertThat(new String(file, StandardCharsets.UTF_8))
        .contains("\"Key art, layered\",,no,2027-01-31");
    assertThat(delivery.schedule("post1", file).status()).isEqualTo(200);
  }

  @Test
  void whatIsSentOrWaivedIsShown() {
    delivery.schedule("item\nDCP\n").ok();
    assertThat(put("post1", 1, Map.of("state", "SENT")).field()).isEqualTo("evidence");
    assertThat(put("post1", 1, Map.of("state", "SENT", "evidence", "ab".repeat(32))).field())
        .isEqualTo("evidence");
    assertThat(put("post1", 1, Map.of("state", "QC_FAILED")).field()).isEqualTo("note");
    assertThat(put("post1", 1, Map.of("state", "LOST")).field()).isEqualTo("state");
    assertThat(put("post1", 1, Map.of("state", "MISSING", "colour", "red")).field())
        .isEqualTo("colour");
    assertThat(put("post1", 2, Map.of("state", "MISSING")).status()).isEqualTo(404);
    assertThat(put("producer1", 1, Map.of("state", "WAIVED", "note", "Not wanted")).field())
        .isEqualTo("evidence");
    assertThat(delivery.set("post1", 1, "WAIVED").status()).isEqualTo(403);
    delivery.set("producer1", 1, "WAIVED").ok();
    assertThat(delivery.state(1)).isEqualTo("WAIVED");
    assertThat(
            film.desk("producer1")
                .get(delivery.path("ledger?size=5"))
                .ok()
                .path("items")
                .toString())
        .contains("DELIVERY_ITEM_SET", "WAIVED", "As the courier says.");
  }

  @Test
  void onlyWhoSetsItMaySetItAndOnlyItsTeamSeesIt() {
    assertThat(delivery.schedule("line1", "item\nDCP\n".getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(403);
    assertThat(
            delivery.schedule("director1", "item\nDCP\n".getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(403);
    assertThat(film.desk("member1").get(delivery.path("delivery-items")).status()).isEqualTo(404);
    Answer twice =
        film.desk("post1")
            .put(
                delivery.path("delivery-items"),
                Map.of(
                    "distributor",
                    "Northlight",
                    "items",
                    List.of(
                        Map.of("item", "DCP", "essential", true),
                        Map.of("item", "dcp", "essential", true))));
    assertThat(twice.field()).isEqualTo("items[1].item");
  }

  private Answer put(String person, int number, Map<String, String> state) {
    return film.desk(person).put(delivery.path("delivery-items/" + number), state);
  }
}
