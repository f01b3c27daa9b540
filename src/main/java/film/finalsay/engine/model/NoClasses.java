package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import org.camunda.bpm.engine.ArtifactFactory;

/** Makes nothing of a class that a model names; also not of one deployed before it was refused. */
final class NoClasses implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> named) {
    throw BusinessRuleException.conflict(
        "The process names the class %s; a model may name none.", named.getName());
  }
}
