package film.finalsay.register.web;

import film.finalsay.approval.Approval;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.web.Argument;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The approval that somebody asks about, if they are on the team of its film. */
@Configuration
class SeenApproval {

  @Bean
  Argument<Approval> approvalArgument(ApprovalRegister register, Films films) {
    return new Argument<>(
        Approval.class,
        "key",
        (request, key) -> {
          Approval approval = register.byKey(key);
          films.seenBy(Viewers.of(request), approval.filmId());
          return approval;
        });
  }
}
