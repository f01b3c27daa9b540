package film.finalsay.script.reading;

import static film.finalsay.script.reading.FountainTest.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Final Draft's XML paragraph by paragraph. */
class FinalDraftTest {

  private static final String SCRIPT =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="no" ?>
      <FinalDraft DocumentType="Script" Template="No" Version="5">
        <Content>
          <Paragraph Type="General"><Text>FADE IN:</Text></Paragraph>
          <Paragraph Number="12a" Type="Scene Heading">
            <SceneProperties Length="1 3/8" Page="4" Title="Not printed">
              <SceneArcBeats><Paragraph><Text>Not printed.</Text></Paragraph></SceneArcBeats>
            </SceneProperties>
            <Text>INT. LIGHTHOUSE </Text><Text Style="Bold">- NIGHT</Text>
          </Paragraph>
          <Paragraph Type="Action"><ScriptNote><Paragraph><Text>A note.</Text></Paragraph></ScriptNote>
            <Text>Rain &amp; wind.</Text></Paragraph>
          <Paragraph Type="Character"><Text>NOVA</Text></Paragraph>
          <Paragraph Type="Parenthetical"><Text>(low)</Text></Paragraph>
          <Paragraph Type="Dialogue"><Text>Once
      more.</Text></Paragraph>
          <Paragraph>
            <DualDialogue>
              <Paragraph Type="Character"><Text>NOVA</Text></Paragraph>
              <Paragraph Type="Dialogue"><Text>Now!</Text></Paragraph>
              <Paragraph Type="Character"><Text>KEEPER</Text></Paragraph>
              <Paragraph Type="Dialogue"><Text>Wait!</Text></Paragraph>
            </DualDialogue>
          </Paragraph>
          <Paragraph Type="Shot"><Text>ON THE LENS</Text></Paragraph>
          <Paragraph Type="Transition"><Text>CUT TO:</Text></Paragraph>
          <Paragraph Type="Scene Heading"><Text></Text></Paragraph>
          <Paragraph Number="13" Type="Scene Heading">
            <SceneProperties Length="2/8" Page="5"/>
            <Text>OMITTED</Text>
            <OmittedScene>
              <Paragraph Number="13" Type="Scene Heading"><Text>EXT. YARD - DAY</Text></Paragraph>
              <Paragraph Type="Action"><Text>Gone.</Text></Paragraph>
            </OmittedScene>
          </Paragraph>
        </Content>
        <TitlePage><Content><Paragraph Type="Scene Heading"><Text>Nova</Text></Paragraph></Content></TitlePage>
      </FinalDraft>
      """;

  @Test
  void whatIsPrintedIsReadAndNothingElse() {
    assertThat(lines(read(SCRIPT)))
        .containsExactly(
            "- ACTION FADE IN:",
            "12A INT. LIGHTHOUSE - NIGHT",
            "- ACTION Rain & wind.",
            "- CHARACTER NOVA",
            "- PARENTHETICAL (low)",
            "- DIALOGUE Once",
            "- DIALOGUE more.",
            "- CHARACTER NOVA",
            "- DIALOGUE Now!",
            "- CHARACTER KEEPER",
            "- DIALOGUE Wait!",
            "- ACTION ON THE LENS",
            "- TRANSITION CUT TO:",
            "13 OMITTED");
  }

  @Test
  void lengthsAndPagesAreThoseOfTheFile() {
    Script script = read(SCRIPT);

    assertThat(script.scenes())
        .extracting(
            Scene::length, Scene::measured, Scene::firstPage, Scene::lastPage, Scene::omitted)
        .containsExactly(tuple("1 3/8", true, 4, 5, false), tuple("2/8", true, 5, 5, true));
    assertThat(script.pages()).isEqualTo(2);
    assertThat(script.measured()).isTrue();
  }

  @Test
  void whatTheFileDoesNotSayIsEstimatedAndCounted() {
    Script script = read(SCRIPT.replaceAll("Number=\"[^\"]*\"|Length=\"[^\"]*\"", ""));

    assertThat(script.scenes())
        .extracting(Scene::number, Scene::name, Scene::measured)
        .containsExactly(tuple(null, "1", false), tuple(null, "2", false));
    assertThat(script.measured()).isFalse();
  }

  @Test
  void theOutlineBetweenTheScenesIsLeftOut() {
    assertThat(
            lines(
                read(
                    content(
                        """
                        <Paragraph Type="Outline 1"><Text>Act one</Text></Paragraph>
                        <Paragraph Type="Scene Heading"><Text>INT. LIGHTHOUSE</Text></Paragraph>
                        <Paragraph Type="Summary"><Text>Nova meets the keeper.</Text></Paragraph>
                        <Paragraph Type="Outline Body"><Text>Should it rain?</Text></Paragraph>
                        <Paragraph Type="Note"><Text>Ask the harbour.</Text></Paragraph>
                        <Paragraph Type="Action"><Text>Rain.</Text></Paragraph>
                        <Paragraph Type="End of Act"><Text>END OF ACT ONE</Text></Paragraph>
                        """))))
        .containsExactly("(1) INT. LIGHTHOUSE", "- ACTION Rain.", "- ACTION END OF ACT ONE");
  }

  @Test
  void aStyleCanPrintCapitalsOrHide() {
    assertThat(
            lines(
                read(
                    content(
                        """
                        <Paragraph Type="Scene Heading"><Text>INT. LIGHTHOUSE</Text></Paragraph>
                        <Paragraph Type="Action"><Text Style="Bold+AllCaps">fade in</Text><Text>: Rain</Text><Text
                          Style="Italic+HiddenText"> or snow</Text><Text>.</Text></Paragraph>
                        """))))
        .containsExactly("(1) INT. LIGHTHOUSE", "- ACTION FADE IN: Rain.");
  }

  @Test
  void aSceneThatWasCutIsOmittedWhateverStandsInItsPlace() {
    Script script = read(SCRIPT.replace("<Text>OMITTED</Text>", "<Text>Cut, see 14</Text>"));

    assertThat(script.scenes().get(1).inWords()).isEqualTo("13 OMITTED");
    assertThat(script.scenes().get(1).omitted()).isTrue();
  }

  @Test
  void aPageThatCameBetweenCountsWithTheOneBefore() {
    assertThat(read(SCRIPT.replace("Page=\"4\"", "Page=\"4A\"")).scenes().get(0).firstPage())
        .isEqualTo(4);
  }

  private static String content(String paragraphs) {
    return "<FinalDraft><Content>" + paragraphs + "</Content></FinalDraft>";
  }

  private static Script read(String xml) {
    ScriptFile file = ScriptFile.read("a.fdx", xml.getBytes(StandardCharsets.UTF_8));
    assertThat(file.format()).isEqualTo(ScriptFormat.FINAL_DRAFT);
    return file.script().orElseThrow();
  }
}
