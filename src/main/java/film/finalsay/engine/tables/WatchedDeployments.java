package film.finalsay.engine.tables;

import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.TableWatch;
import film.finalsay.engine.AsProduct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells which decision tables count after every deployment, and after every one that is taken away,
 * over whichever API. The engine has no event for either.
 */
final class WatchedDeployments extends CommandInterceptor {

  private static final Set<Class<?>> WATCHED = Set.of(DeployCmd.class, DeleteDeploymentCmd.class);

  private final ProcessEngineConfigurationImpl engine;
  private final ObjectProvider<TableWatch> watches;

  WatchedDeployments(ProcessEngineConfigurationImpl engine, ObjectProvider<TableWatch> watches) {
    this.engine = engine;
    this.watches = watches;
  }

  @Override
  public <T> T execute(Command<T> command) {
    T result = next.execute(command);
    if (WATCHED.contains(command.getClass())) {
      tell();
    }
    return result;
  }

  /** Whoever may deploy need not see every table. */
  private void tell() {
    IdentityService identity = engine.getIdentityService();
    Authentication login = identity.getCurrentAuthentication();
    String person = login == null ? null : login.getUserId();
    AsProduct.run(identity, () -> tell(engine.getRepositoryService(), person));
  }

  private void tell(RepositoryService repository, String person) {
    repository
        .createDecisionDefinitionQuery()
        .withoutTenantId()
        .latestVersion()
        .list()
        .forEach(
            table ->
                watches.forEach(
                    watch ->
                        watch.inForce(
                            table.getKey(),
                            table.getVersion(),
                            sha256(repository, table),
                            person)));
  }

  /** Of the file, which the engine need not read as a table for this. */
  private static String sha256(RepositoryService repository, DecisionDefinition table) {
    try (InputStream model =
        repository.getResourceAsStream(table.getDeploymentId(), table.getResourceName())) {
      return Fingerprint.of(model.readAllBytes());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
