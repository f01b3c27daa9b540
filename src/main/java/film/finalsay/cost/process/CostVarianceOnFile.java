package film.finalsay.cost.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.cost.Variances;
import film.finalsay.cost.Variances.Filed;
import film.finalsay.film.Films;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class CostVarianceOnFile implements RequestOnFile {

  private final Variances variances;
  private final Films films;

  CostVarianceOnFile(Variances variances, Films films) {
    this.variances = variances;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.COST_VARIANCE;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return variances.subject(approval, films.byInput(approval.filmId()));
  }

  @Override
  public Set<String> accounts(Approval approval) {
    return Set.of(variances.filed(approval, films.byInput(approval.filmId())).account());
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    Filed filed = variances.filed(approval, films.byInput(approval.filmId()));
    Map<String, Object> variables = new HashMap<>(CostVarianceProcess.variables(filed));
    variables.putAll(CostVarianceProcess.variables(filed.explainer()));
    return variables;
  }
}
