package film.finalsay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.StartsTheProduct;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a budget change may ask of the database, whoever adds to it. */
@StartsTheProduct
class StatementsTest {

  private static final int START = 90;
  private static final int APPROVAL = 70;

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
}
