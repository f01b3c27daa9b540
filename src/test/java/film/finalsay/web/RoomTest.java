package film.finalsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A place is for one person's request, and there are so many. */
class RoomTest {

  private final Room room = new Room(new Problems(new ObjectMapper()), Duration.ofMillis(10));
  private final MockHttpServletResponse answer = new MockHttpServletResponse();

  @Test
  void nobodyTakesMoreThanTwo() throws IOException {
    MockHttpServletRequest eva = by("eva");
    assertThat(room.enter(eva, answer)).isTrue();
    room.leave(eva);
    List<MockHttpServletRequest> entered = new ArrayList<>();
    while (entered.size() < 3 && room.enter(eva, answer)) {
      entered.add(eva);
    }

    assertThat(entered.size()).isBetween(1, 2);
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    entered.forEach(room::leave);
    assertThat(room.enter(eva, new MockHttpServletResponse())).as("given back").isTrue();
  }

  @Test
  void manyPeopleFindTheEndOfItAndItsBeginningAgain() throws IOException {
    List<MockHttpServletRequest> entered = new ArrayList<>();
    for (int i = 0; i < 10_000 && room.enter(by("person" + i), answer); i++) {
      entered.add(by("person" + i));
    }

    assertThat(entered).hasSizeBetween(1, 2 * Runtime.getRuntime().availableProcessors());
    assertThat(answer.getStatus()).isEqualTo(429);
    entered.forEach(room::leave);
    for (MockHttpServletRequest again : entered) {
      assertThat(room.enter(again, new MockHttpServletResponse())).isTrue();
    }
  }

  private static MockHttpServletRequest by(String person) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setUserPrincipal(() -> person);
    return request;
  }
}
