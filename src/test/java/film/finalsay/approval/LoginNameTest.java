package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec1",
        "o'brien",
        "jürgen",
        "李雷",
        "李雷Lei",
        "ひかりの木",
        "김철수",
        "राम",
        "Ελένη",
        "иван.петров",
        "edith.crane+film@studio.example",
        "7"
      })
  void aNameInAnyAlphabetIsALogin(String login) {
    LoginName.require(login);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".exec1",
        "a b",
        "a/b",
        "a\\b",
        "a%b",
        "a;b",
        "<b>",
        "exec1\n",
        "exec1\u0000",
        "exec1\u200B",
        "exec1\u202E",
        "exec1\u00AD",
        "exec\u3164",
        "ｅxec1",
        "ﬁlm",
        "ju\u0308rgen",
        "ехec1",
        "exεc1",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      })
  void whatCanBeMisreadOrIsNoNameIsNone(String login) {
    assertThatThrownBy(() -> LoginName.require(login))
        .isInstanceOfSatisfying(
            BusinessRuleException.class, refusal -> assertThat(refusal.field()).isEqualTo("id"));
  }

  @ParameterizedTest
  @CsvSource({
    "exec1,Exec1",
    "exec1,EXEC1",
    "straße,STRASSE",
    "Ελένης,ΕΛΈΝΗΣ",
    "jürgen,JU\u0308RGEN",
    "ian,ıan",
    "ian,İan",
    "exec1,ｅxec1",
    "exec1,exec\u200B1",
    "exec1,exec1\u0332",
    "exec1,exec1\uFE0F"
  })
  void whatDiffersByNothingThatIsSeenIsTheSamePerson(String one, String other) {
    assertThat(LoginName.same(one, other)).isTrue();
    assertThat(LoginName.same(other, one)).isTrue();
  }

  @Test
  void whatDiffersOtherwiseIsSomebodyElse() {
    assertThat(LoginName.same("exec1", "exec2")).isFalse();
    assertThat(LoginName.same("jurgen", "jürgen")).isFalse();
    assertThat(LoginName.same(null, null)).isFalse();
    assertThat(LoginName.same("exec1", null)).isFalse();
  }
}
