package film.finalsay.engine.people;

import film.finalsay.ledger.Happening;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;

/**
 * The engine's own keeping of rights, behind every door by which one is given, changed or taken:
 * each is in the company's ledger, also where the engine gives or takes it of its own accord, with
 * a person, a group, a list or a deployment.
 */
final class RightsInLedger extends AuthorizationManager {

  @Override
  public void insert(DbEntity right) {
    super.insert(right);
    enter(Happening.RIGHT_GIVEN, right, null);
  }

  @Override
  public void update(AuthorizationEntity right) {
    AuthorizationEntity before =
        getDbEntityManager().selectById(AuthorizationEntity.class, right.getId());
    super.update(right);
    enter(Happening.RIGHT_CHANGED, right, before);
  }

  @Override
  public void delete(DbEntity right) {
    super.delete(right);
    enter(Happening.RIGHT_TAKEN, right, null);
  }

  /** There are few groups: to ask which of them have any right would not shorten what is asked. */
  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null ? List.of() : groups;
  }

  @Override
  public void deleteAuthorizationsByResourceId(Resource resource, String id) {
    take(on(resource, id));
  }

  @Override
  public void deleteAuthorizationsByResourceIdAndUserId(
      Resource resource, String id, String person) {
    take(on(resource, id).userIdIn(person));
  }

  @Override
  public void deleteAuthorizationsByResourceIdAndGroupId(
      Resource resource, String id, String group) {
    take(on(resource, id).groupIdIn(group));
  }

  /** Without an id it would be every right of the kind. */
  private static AuthorizationQuery on(Resource resource, String id) {
    return new AuthorizationQueryImpl()
        .resourceType(resource)
        .resourceId(Objects.requireNonNull(id, "id"));
  }

  /** Row by row, where the engine deletes at one blow what it has not read. */
  @SuppressWarnings("unchecked")
  void take(AuthorizationQuery which) {
    List<AuthorizationEntity> rights =
        getDbEntityManager()
            .selectList("selectAuthorizationByQueryCriteria", (AuthorizationQueryImpl) which);
    for (AuthorizationEntity right : rights) {
      if (!getDbEntityManager().isDeleted(right)) {
        getDbEntityManager().delete(right);
        enter(Happening.RIGHT_TAKEN, right, null);
      }
    }
  }

  private void enter(Happening happening, DbEntity right, AuthorizationEntity before) {
    ((AdministrationLog) getSession(UserOperationLogManager.class))
        .enterRight(happening, (AuthorizationEntity) right, before);
  }
}
