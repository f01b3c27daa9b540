package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.RequestOnFile;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the product knows of a request for which a modeller drew the process: its one line. */
@Component
class GeneralRequest implements RequestOnFile, Briefing {

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.GENERAL;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    return Map.of();
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return Map.of();
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return Map.of("film", approval.filmId(), "subject", approval.subject());
  }
}
