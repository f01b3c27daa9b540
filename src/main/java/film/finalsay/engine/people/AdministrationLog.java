package film.finalsay.engine.people;

import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions.READ;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_CREATE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_DELETE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_UNLOCK;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_UPDATE;

import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;

/**
 * Enters what is done to accounts, groups, rights and deployments in the company's ledger, over
 * whichever door and also if the product does it; the engine tells its log of administration all of
 * that. And lets who is no administrator read of that log what was done with their own films' tasks
 * alone: as shipped, whoever may read one process's history reads all of it.
 */
final class AdministrationLog extends UserOperationLogManager {

  private static final Map<String, Happening> PEOPLE =
      Map.of(
          OPERATION_TYPE_CREATE, Happening.PERSON_ADDED,
          OPERATION_TYPE_UPDATE, Happening.PERSON_CHANGED,
          OPERATION_TYPE_UNLOCK, Happening.PERSON_UNLOCKED,
          OPERATION_TYPE_DELETE, Happening.PERSON_DELETED);
  private static final Map<String, Happening> GROUPS =
      Map.of(
          OPERATION_TYPE_CREATE, Happening.GROUP_ADDED,
          OPERATION_TYPE_UPDATE, Happening.GROUP_CHANGED,
          OPERATION_TYPE_DELETE, Happening.GROUP_DELETED);
  private static final Map<String, Happening> MEMBERSHIPS =
      Map.of(
          OPERATION_TYPE_CREATE, Happening.GROUP_JOINED,
          OPERATION_TYPE_DELETE, Happening.GROUP_LEFT);
  private static final List<String> KINDS_OF_RIGHT = List.of("GLOBAL", "GRANT", "REVOKE");

  private static final String NO_FILM = "";

  private final Ledger ledger;

  AdministrationLog(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  protected void configureQuery(UserOperationLogQueryImpl query) {
    super.configureQuery(query);
    if (query.getTenantCheck().isTenantCheckEnabled()) {
      query
          .getAuthCheck()
          .setPermissionChecks(
              new PermissionCheckBuilder()
                  .conjunctive()
                  .atomicCheck(OPERATION_LOG_CATEGORY, "RES.CATEGORY_", READ)
                  .build());
      List<String> films = query.getTenantCheck().getAuthTenantIds();
      // an empty list would ask for all films
      query.tenantIdIn(
          films == null || films.isEmpty() ? new String[] {NO_FILM} : films.toArray(String[]::new));
    }
  }

  @Override
  public void logUserOperation(IdentityOperationResult result, String person) {
    super.logUserOperation(result, person);
    Happening happening = happening(PEOPLE, result);
    if (happening != null) {
      enter(of(Event.of(happening).with("person", person), result));
    }
  }

  private static Event of(Event event, IdentityOperationResult result) {
    Event what =
        event.with(
            "changed", result instanceof PeopleOnFile.Change change ? change.fields() : null);
    if (result.getValue() instanceof UserEntity user) {
      return what.with("name", name(user)).with("password", user.hasNewPassword() ? "set" : null);
    }
    return result.getValue() instanceof GroupEntity group
        ? what.with("name", group.getName()).with("type", group.getType())
        : what;
  }

  private static String name(UserEntity user) {
    return Stream.of(user.getFirstName(), user.getLastName())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  @Override
  public void logGroupOperation(IdentityOperationResult result, String group) {
    super.logGroupOperation(result, group);
    Happening happening = happening(GROUPS, result);
    if (happening != null) {
      enter(of(Event.of(happening).with("group", group), result));
    }
  }

  @Override
  public void logMembershipOperation(
      IdentityOperationResult result, String person, String group, String tenant) {
    super.logMembershipOperation(result, person, group, tenant);
    Happening happening = happening(MEMBERSHIPS, result);
    if (happening != null) {
      enter(Event.of(happening).with("person", person).with("group", group).with("film", tenant));
    }
  }

  /**
   * Told by {@link RightsInLedger}: commands tell only the rights that they were called for.
   *
   * @param before null unless it was changed
   */
  void enterRight(Happening happening, AuthorizationEntity right, AuthorizationEntity before) {
    Event event =
        Event.of(happening)
            .with("kind", KINDS_OF_RIGHT.get(right.getAuthorizationType()))
            .with("person", right.getUserId())
            .with("group", right.getGroupId())
            .with("of", getResourceName(right.getResourceType()))
            .with("id", right.getResourceId())
            .with("rights", getPermissionStringList(right));
    enter(
        before == null
            ? event
            : event
                .with("before", getPermissionStringList(before))
                .with("personBefore", before.getUserId())
                .with("groupBefore", before.getGroupId())
                .with("ofBefore", getResourceName(before.getResourceType()))
                .with("idBefore", before.getResourceId()));
  }

  @Override
  public void logDeploymentOperation(
      String operation, String deployment, String tenant, List<PropertyChange> how) {
    super.logDeploymentOperation(operation, deployment, tenant, how);
    if (operation.equals(OPERATION_TYPE_DELETE)) {
      enter(
          Event.of(Happening.DEPLOYMENT_DELETED)
              .with("deployment", deployment)
              .with("film", tenant));
    }
  }

  /**
   * @return null if nothing was done
   */
  private Happening happening(Map<String, Happening> kinds, IdentityOperationResult result) {
    String operation = getOperationType(result);
    return operation == null ? null : kinds.get(operation);
  }

  private void enter(Event event) {
    ledger.append(Ledger.COMPANY, event.by(getAuthenticatedUserId(), null));
  }
}
