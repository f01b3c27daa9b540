package film.finalsay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.Desk;
import film.finalsay.support.StartsTheProduct;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a budget change and the slate may ask of the database, whoever adds to them. */
@StartsTheProduct
class StatementsTest {

  private static final int START = 90;
  private static final int APPROVAL = 70;

  private static final int SLATE = 16;

  @TempDir Path folder;

  @Test
  void aChangeAsksNoMoreOfTheDatabaseThanIsPromised() throws IOException {
    try (Office office = Office.ours(Database.H2.inMemory(folder))) {
      ChangeDesk desk = office.desks().get(0);
      desk.change();
      desk.change();

      Steps steps = Steps.of(office, desk);

      assertThat(steps.start().statements()).as("of a start").isBetween(40L, (long) START);
      assertThat(steps.approval().statements())
          .as("of an approval")
          .isBetween(40L, (long) APPROVAL);
    }
  }

  @Test
  void theSlateAsksAsMuchForFiftyFilmsAsForFive() throws IOException {
    try (Office office = Office.ours(Database.H2.inMemory(folder))) {
      office.desks().forEach(ChangeDesk::start);
      TestFilm.create(office.port());
      Desk executive = Desk.of(office.port(), "exec1");
      executive.get("/api/slate").ok();
      List<String> ofFive = office.statements().of(() -> executive.get("/api/slate").ok());

      for (int films = 5; films < 50; films++) {
        TestFilm.create(office.port());
      }
      List<String> ofFifty =
          office
              .statements()
              .of(
                  () ->
                      assertThat(executive.get("/api/slate").ok().path("items"))
                          .hasSizeGreaterThanOrEqualTo(50));

      assertThat(ofFifty).as("of fifty films").hasSameSizeAs(ofFive).hasSize(SLATE);
    }
  }
}
