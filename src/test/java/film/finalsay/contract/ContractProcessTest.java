package film.finalsay.contract;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import film.finalsay.approval.Teams;
import film.finalsay.support.Cast;
import film.finalsay.support.ContractPdf;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways of a contract through its process. */
@FinalSayTest
class ContractProcessTest {

  private static final String ENDORSE = "userTask_endorseContract";
  private static final String DECIDE = "userTask_decideContract";
  private static final String AMEND = "userTask_amendContract";
  private static final String HEAR = "callActivity_consult";
  private static final String CONSENTS = "callActivity_obtainConsents";
  private static final String COMMIT = "serviceTask_commitContract";

  private final ProcessEngine engine;
  private final Teams teams;
  private Cast cast;
  private TestFilm film;
  private String document;

  @LocalServerPort private int port;

  ContractProcessTest(ProcessEngine engine, Teams teams) {
    this.engine = engine;
    this.teams = teams;
  }

  @BeforeEach
  void aFilm() {
    film = TestFilm.create(port);
    document = ContractPdf.upload(film, ContractPdf.of("Whatever they agreed."));
    cast = new Cast(engine, teams);
  }

  @Test
  void aLineProducersIsEndorsedAndHeardBeforeItIsDecided() {
    film.join(Map.of("person", "counsel1", "role", "legal-counsel")).ok();
    ProcessInstance process = cast.starts("line1", "contract", contract("EQUIPMENT", "20000.00"));
    assertThat(process).isWaitingAtExactly(ENDORSE).hasNotPassed(HEAR);

    cast.answers("producer1", ENDORSE, "APPROVE");
    assertThat(process).isWaitingAt(HEAR);
    cast.as(
        "counsel1",
        () ->
            engine
                .getTaskService()
                .complete(cast.taskFor("legal-counsel").getId(), Map.of("decision", "SUPPORT")));
    assertThat(process)
        .isWaitingAtExactly(DECIDE)
        .task()
        .hasCandidateGroup("co-executive-producer");
    cast.answers("coexec1", DECIDE, "APPROVE");

    assertThat(process)
        .isEnded()
        .hasPassed(HEAR, COMMIT, "endEvent_contractApproved")
        .hasNotPassed(CONSENTS, AMEND);
  }

  @Test
  void aSmallOneIsAProducersWithNobodyToHear() {
    ProcessInstance process = cast.starts("line1", "contract", contract("EQUIPMENT", "10000.00"));
    assertThat(process).isWaitingAtExactly(DECIDE).hasNotPassed(ENDORSE);

    cast.answers("producer1", DECIDE, "APPROVE");

    assertThat(process).isEnded().hasPassed(COMMIT, "endEvent_contractApproved");
  }

  @Test
  void whatIsNotEndorsedEndsOrGoesBack() {
    ProcessInstance rejected = cast.starts("line1", "contract", contract("EQUIPMENT", "20000.00"));
    cast.answers("producer1", ENDORSE, "REJECT");
    assertThat(rejected).isEnded().hasPassed("endEvent_contractNotEndorsed").hasNotPassed(HEAR);

    ProcessInstance returned = cast.starts("line1", "contract", contract("EQUIPMENT", "20000.00"));
    cast.answers("producer1", ENDORSE, "RETURN");
    assertThat(returned).isWaitingAtExactly(AMEND);
    cast.answers("line1", AMEND, "WITHDRAW");
    assertThat(returned).isEnded().hasPassed("endEvent_contractWithdrawn").hasNotPassed(COMMIT);
  }

  @Test
  void whatIsReturnedIsAmendedAndHeardAgain() {
    ProcessInstance process =
        cast.starts("producer1", "contract", contract("EQUIPMENT", "20000.00"));
    cast.answers("coexec1", DECIDE, "RETURN");
    assertThat(process).isWaitingAtExactly(AMEND);

    cast.answers("producer1", AMEND, Map.of("decision", "RESUBMIT", "termEnd", "2027-05-01"));
    cast.answers("coexec1", DECIDE, "REJECT");

    assertThat(process)
        .isEnded()
        .hasPassed("serviceTask_fileAmendment", "endEvent_contractRejected")
        .hasNotPassed(COMMIT);
  }

  @Test
  void whatSellsTheFilmEndsWithTheFinanciersRefusalOrIsApprovedAfterTheConsent() {
    ProcessInstance refused = cast.starts("producer1", "contract", contract("DISTRIBUTION", null));
    cast.answers("exec1", DECIDE, "APPROVE");
    assertThat(refused).isWaitingAt(CONSENTS);
    consents("REFUSE");
    assertThat(refused)
        .isEnded()
        .hasPassed("boundaryEvent_consentRefused", "endEvent_contractRejected")
        .hasNotPassed(COMMIT);

    ProcessInstance given = cast.starts("producer1", "contract", contract("FINANCE", null));
    cast.answers("exec1", DECIDE, "APPROVE");
    consents("CONSENT");
    assertThat(given).isEnded().hasPassed(CONSENTS, COMMIT, "endEvent_contractApproved");
  }

  private void consents(String decision) {
    cast.as(
        "financier1",
        () ->
            engine
                .getTaskService()
                .complete(
                    cast.taskFor("financier").getId(),
                    Map.of("decision", decision, "comment", "So.")));
  }

  /**
   * @param amount null for none
   */
  private Map<String, Object> contract(String type, String amount) {
    Map<String, Object> contract =
        Map.of(
            "film", film.id(),
            "counterparty", "Blue Crane Ltd",
            "country", "GB",
            "type", type,
            "purpose", "Two camera boats",
            "termStart", "2027-03-01",
            "document", document);
    return amount == null
        ? contract
        : Cast.with(
            contract,
            Map.of(
                "amount", amount,
                "accounts", "3600 " + amount,
                "payments", amount + " On delivery"));
  }
}
