package film.finalsay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedFieldsTest {

  @Test
  void aFormAsksForItsFieldsAndNotForWhatItOnlyShows() throws IOException {
    assertThat(
            fields(
                """
                {"components": [
                  {"type": "textfield", "key": "rate"},
                  {"type": "textfield", "key": "subject", "readonly": true},
                  {"type": "textfield", "key": "requester", "disabled": true},
                  {"type": "text", "text": "{{amountText}}"},
                  {"type": "group", "components": [{"type": "number", "key": "days"}]},
                  {"type": "group", "path": "agent", "components": [{"type": "textfield", "key": "name"}]},
                  {"type": "dynamiclist", "path": "terms", "components": [{"type": "textfield", "key": "due"}]},
                  {"type": "textfield", "key": "address.city"}
                ]}
                """))
        .containsExactlyInAnyOrder("rate", "days", "agent", "terms", "address");
  }

  @Test
  void aFormThatBeginsWithAMarkOfItsBytesAsksForTheSame() throws IOException {
    assertThat(fields("\uFEFF{\"components\": [{\"type\": \"textfield\", \"key\": \"rate\"}]}"))
        .containsExactly("rate");
  }

  @Test
  void aPageAsksForTheVariablesThatItNames() throws IOException {
    assertThat(
            fields(
                """
                <form><input cam-variable-name="rate" cam-variable-type="String">
                <select cam-variable-name="decision"></select> {{subject}}</form>
                """))
        .containsExactlyInAnyOrder("rate", "decision");
  }

  private static Set<String> fields(String form) throws IOException {
    return AskedFields.fields(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)));
  }
}
