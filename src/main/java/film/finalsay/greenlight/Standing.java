package film.finalsay.greenlight;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.People;
import film.finalsay.greenlight.committee.Steps;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.ConditionState;
import film.finalsay.greenlight.conditions.Conditions;
import film.finalsay.register.ApprovalRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where a greenlight stands, in a phrase for whoever holds its page. */
@Component
class Standing {

  private static final Set<Outcome> GIVING =
      EnumSet.of(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS);

  private final ApprovalRegister register;
  private final Conditions conditions;
  private final People people;

  Standing(ApprovalRegister register, Conditions conditions, People people) {
    this.register = register;
    this.conditions = conditions;
    this.people = people;
  }

  String of(Approval approval) {
    return switch (approval.state()) {
      case PENDING -> "being decided";
      case RETURNED -> "returned, to be filed anew";
      case CONDITIONAL -> "greenlit on conditions" + by(approval) + settled(approval);
      case REJECTED -> "rejected on " + day(approval.settledAt());
      case WITHDRAWN -> "withdrawn on " + day(approval.settledAt());
      case REOPENED -> given(approval) + "; opened again since, it counts no more";
      case VOID ->
          register.wasApproved(approval)
              ? given(approval) + "; void since, it counts no more"
              : "void, it counts no more";
      default -> given(approval) + settled(approval);
    };
  }

  private String given(Approval approval) {
    return "greenlit on " + day(approval.settledAt()) + by(approval);
  }

  private String by(Approval approval) {
    return register.decisions(approval.key()).stream()
        .filter(
            decision -> decision.step().equals(Steps.DECIDE) && GIVING.contains(decision.outcome()))
        .reduce((earlier, later) -> later)
        .map(Decision::person)
        .map(person -> " by " + people.nameOf(person))
        .orElse("");
  }

  private String settled(Approval approval) {
    List<Condition> all = conditions.current(approval);
    return all.isEmpty()
        ? ""
        : Stream.of(ConditionState.values())
            .filter(state -> count(all, state) > 0)
            .map(state -> count(all, state) + " " + state.inWords())
            .collect(Collectors.joining(", ", "; conditions: ", ""));
  }

  private static long count(List<Condition> all, ConditionState state) {
    return all.stream().filter(one -> one.state() == state).count();
  }

  private static String day(Instant when) {
    return Words.day(LocalDate.ofInstant(when, ZoneOffset.UTC));
  }
}
