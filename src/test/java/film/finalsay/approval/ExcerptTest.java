package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String CLAPPER = "\uD83C\uDFAC";

  @Test
  void aTextThatFitsStaysWhole() {
    assertThat(Excerpt.beginning("abc", 3)).isEqualTo("abc");
    assertThat(Excerpt.ending("abc", 3)).isEqualTo("abc");
  }

  @Test
  void aTextThatDoesNotFitIsCut() {
    assertThat(Excerpt.beginning("abcd", 3)).isEqualTo("abc");
    assertThat(Excerpt.ending("abcd", 3)).isEqualTo("bcd");
  }

  @Test
  void noCharacterIsCutInHalf() {
    assertThat(Excerpt.beginning("a" + CLAPPER + "b", 2)).isEqualTo("a");
    assertThat(Excerpt.beginning("a" + CLAPPER + "b", 3)).isEqualTo("a" + CLAPPER);
    assertThat(Excerpt.beginning(CLAPPER, 0)).isEmpty();
    assertThat(Excerpt.ending("a" + CLAPPER + "b", 2)).isEqualTo("b");
    assertThat(Excerpt.ending("a" + CLAPPER + "b", 3)).isEqualTo(CLAPPER + "b");
    assertThat(Excerpt.ending(CLAPPER, 0)).isEmpty();
  }
}
