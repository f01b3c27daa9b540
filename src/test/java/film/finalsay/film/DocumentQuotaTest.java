package film.finalsay.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The documents of a film take up no more than they may. */
@FinalSayTest
class DocumentQuotaTest {

  private final Films films;
  private final Documents documents;
  private final TransactionTemplate transaction;

  @LocalServerPort int port;

  DocumentQuotaTest(
      Films films, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.films = films;
    this.documents = new Documents(jdbc, transactions, films, clock, DataSize.ofKilobytes(100));
    this.transaction = new TransactionTemplate(transactions);
  }

  @Test
  void whatIsOneTooMuchIsRefusedAndWhatIsThereIsKept() {
    Film film = films.byInput(TestFilm.create(port).id());
    Document first = keep(film, 60);

    assertThatThrownBy(() -> keep(film, 41))
        .isInstanceOfSatisfying(
            BusinessRuleException.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(BusinessRuleException.Kind.CONFLICT))
        .hasMessageContaining("take up");
    assertThat(keep(film, 60)).as("what is there takes no more room").isEqualTo(first);
    assertThat(keep(film, 40).size()).isEqualTo(40 * 1024);
    assertThat(documents.find(film.id(), first.sha256())).contains(first);
  }

  private Document keep(Film film, int kilobytes) {
    byte[] content = new byte[kilobytes * 1024];
    content[0] = (byte) kilobytes;
    content[1] = (byte) film.id().hashCode();
    return transaction.execute(
        status -> documents.keep(film, "file", "cut.mov", "video/quicktime", content, "line1"));
  }
}
