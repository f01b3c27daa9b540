package film.finalsay.consent.process;

import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.engine.ConsentBranch;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps by which a process asks parties for their consent. */
@Configuration
class ConsentDelegates {

  @Bean
  JavaDelegate determineConsentsDelegate(GreenlightConsents consents) {
    return process ->
        process.setVariable("consents", Role.ids(consents.ask(process.getProcessInstanceId())));
  }

  @Bean
  JavaDelegate recordConsentTermsDelegate(GreenlightConsents consents) {
    return process ->
        consents.keep(
            process.getProcessInstanceId(),
            ConsentBranch.party(process),
            ConsentBranch.terms(process));
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
