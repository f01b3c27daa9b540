package film.finalsay.consent.process;

import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;
import film.finalsay.consent.Consultations;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.engine.ConsentBranch;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps by which a process asks parties for their consent. */
@Configuration
class ConsentDelegates {

  /** The one step of {@code consultation.bpmn} that a person answers. */
  private static final String CONSULT = "userTask_consult";

  private static final String CONSULT_NAME = "Consult";

  @Bean
  JavaDelegate determineConsentsDelegate(GreenlightConsents consents) {
    return process -> {
      process.setVariable("consents", Role.ids(consents.ask(process.getProcessInstanceId())));
      process.setVariable("change", consents.change(process.getProcessInstanceId()));
    };
  }

  @Bean
  JavaDelegate recordConsentTermsDelegate(GreenlightConsents consents) {
    return process ->
        consents.keep(
            process.getProcessInstanceId(),
            ConsentBranch.party(process),
            ConsentBranch.terms(process));
  }

  @Bean
  JavaDelegate recordConsultationSilenceDelegate(Consultations consultations) {
    return process ->
        consultations.wasSilent(
            process.getProcessInstanceId(),
            CONSULT,
            CONSULT_NAME,
            Role.ofId(String.valueOf(process.getVariable("consultedGroup"))).orElseThrow(),
            ConsentTerms.amount(String.valueOf(process.getVariable("consultationPeriod"))));
  }

  /** The second name is that of models deployed by earlier versions. */
  @Bean({"recordPartySilenceDelegate", "recordConsentSilenceDelegate"})
  JavaDelegate recordPartySilenceDelegate(GreenlightConsents consents) {
    return process ->
        ConsentBranch.silent(
            process,
            consents.wasSilent(
                process.getProcessInstanceId(),
                ConsentBranch.GIVE_CONSENT,
                ConsentBranch.GIVE_CONSENT_NAME,
                ConsentBranch.party(process),
                () -> ConsentBranch.terms(process)));
  }
}
