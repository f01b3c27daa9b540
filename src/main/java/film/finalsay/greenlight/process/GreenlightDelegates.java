package film.finalsay.greenlight.process;

import film.finalsay.greenlight.GreenlightPackages;
import film.finalsay.greenlight.committee.Rounds;
import film.finalsay.greenlight.committee.Rounds.Convened;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.ConditionAnswers;
import film.finalsay.greenlight.conditions.Conditions;
import film.finalsay.greenlight.conditions.SpendingHold;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of a greenlight that no other kind has: its package, its committee, its conditions. */
@Configuration
class GreenlightDelegates {

  @Bean
  JavaDelegate checkPackageDelegate(GreenlightPackages packages, Rounds rounds) {
    return process -> {
      String id = process.getProcessInstanceId();
      process.setVariable("packageComplete", packages.missing(id).isEmpty());
      process.setVariable("committeeAsked", rounds.hasCommittee(id));
    };
  }

  /** Says who is asked to vote, and by when. */
  @Bean
  JavaDelegate conveneCommitteeDelegate(Rounds rounds) {
    return process -> {
      Convened convened = rounds.convene(process.getProcessInstanceId());
      process.setVariable("voters", String.join(",", convened.voters()));
      process.setVariable("votesDue", convened.due().toString());
    };
  }

  @Bean
  JavaDelegate recordMissingVotesDelegate(Rounds rounds) {
    return process -> rounds.recordMissing(process.getProcessInstanceId());
  }

  @Bean
  JavaDelegate tallyVotesDelegate(Rounds rounds) {
    return process -> rounds.count(process.getProcessInstanceId());
  }

  /** Says which conditions are followed, by their numbers. */
  @Bean
  JavaDelegate greenlightOnConditionsDelegate(GreenlightPackages packages) {
    return process ->
        process.setVariable(
            "conditionsSet",
            packages.greenlightOnConditions(process.getProcessInstanceId()).stream()
                .map(condition -> String.valueOf(condition.number()))
                .collect(Collectors.joining(",")));
  }

  /** Says whose one condition is, and until when. */
  @Bean
  JavaDelegate askConditionOwnerDelegate(Conditions conditions) {
    return process ->
        process.setVariables(
            conditions.one(process.getProcessInstanceId(), condition(process)).byName());
  }

  @Bean
  JavaDelegate lapseConditionDelegate(ConditionAnswers answers) {
    return process -> answers.lapse(process.getProcessInstanceId(), condition(process));
  }

  @Bean
  JavaDelegate reopenDevelopmentDelegate(SpendingHold hold) {
    return process -> hold.release(process.getProcessInstanceId());
  }

  private static String condition(DelegateExecution process) {
    return (String) process.getVariable(Condition.CONDITION);
  }
}
