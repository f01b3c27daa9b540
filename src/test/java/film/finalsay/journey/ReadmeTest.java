package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The commands of the README, one after the other as a newcomer enters them, on the demo's film.
 */
@FinalSayTest
class ReadmeTest {

  private static final Pattern COMMAND = Pattern.compile("(?ms)^curl .+?$(?=\\n\\n|\\n```)");
  private static final Pattern TASK = Pattern.compile("^\\[\\{\"id\":\"([^\"]+)\"");
  private static final Pattern BUDGET_CHANGE =
      Pattern.compile("\"businessKey\":\"(NOVA-BC-\\d+)\"");

  @LocalServerPort int port;

  @Test
  void eachCommandDoesWhatItSays() throws Exception {
    String change = "";
    String said = "";
    for (String command : commands()) {
      said =
          run(
              command
                  .replace("localhost:8080", "localhost:" + port)
                  .replace("{id}", first(TASK, said))
                  .replace("NOVA-BC-5", change));
      change = change.isEmpty() ? first(BUDGET_CHANGE, said) : change;
    }
    assertThat(said).contains("\"key\":\"" + change + "\"").contains("\"state\":\"APPROVED\"");
  }

  private static List<String> commands() throws IOException {
    List<String> commands =
        COMMAND
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(commands).hasSizeGreaterThan(5);
    return commands;
  }

  private static String first(Pattern looked, String text) {
    return looked.matcher(text).results().map(found -> found.group(1)).findFirst().orElse("");
  }

  private static String run(String command) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "-c", command.replace("curl ", "curl -sS --fail-with-body "))
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(command + "\n" + said).isZero();
    return said;
  }
}
