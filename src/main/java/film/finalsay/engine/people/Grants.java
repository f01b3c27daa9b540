package film.finalsay.engine.people;

import film.finalsay.approval.Role;
import film.finalsay.engine.EngineSetup;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The groups, and what their members may see and start in the engine. What they may decide is not
 * here: that follows the film's own team.
 */
@Component
@Order(2)
public class Grants implements EngineSetup.Step {

  public static final String MODELLER = "modeller";

  private static final String COCKPIT = "cockpit";
  private static final String TASKLIST = "tasklist";
  private static final String TASK_WORKER_LOG = "TaskWorker";

  private final IdentityService identity;
  private final AuthorizationService authorizations;

  Grants(IdentityService identity, AuthorizationService authorizations) {
    this.identity = identity;
    this.authorizations = authorizations;
  }

  /** Models and filters ask for these by name: without one, its members would be shut out. */
  static boolean isShipped(String group) {
    return group.equals(MODELLER)
        || group.equals(Groups.CAMUNDA_ADMIN)
        || Role.ofId(group).isPresent();
  }

  @Override
  public void ensure() {
    for (Role role : Role.values()) {
      ensureGroup(role.id(), role.title());
      grant(role.id(), Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
      grant(
          role.id(),
          Resources.OPERATION_LOG_CATEGORY,
          TASK_WORKER_LOG,
          UserOperationLogCategoryPermissions.READ);
      grant(role.id(), Resources.USER, Authorization.ANY, Permissions.READ);
      grant(role.id(), Resources.GROUP, Authorization.ANY, Permissions.READ);
      if (role.maySubmit()) {
        grant(role.id(), Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
      }
      grant(role.id(), Resources.PROCESS_DEFINITION, Authorization.ANY, onEveryProcess(role));
    }
    modeller();
  }

  /** Also on a process drawn tomorrow: which film's, the engine's tenants say. */
  private static Permission[] onEveryProcess(Role role) {
    List<Permission> permissions =
        new ArrayList<>(
            List.of(
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.TASK_WORK));
    if (role.maySubmit()) {
      permissions.add(ProcessDefinitionPermissions.CREATE_INSTANCE);
    }
    return permissions.toArray(new Permission[0]);
  }

  /** Draws and deploys processes, forms and tables, and works none of their tasks. */
  private void modeller() {
    ensureGroup(MODELLER, "modeller");
    grant(MODELLER, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
    grant(MODELLER, Resources.DEPLOYMENT, Authorization.ANY, Permissions.CREATE, Permissions.READ);
    grant(
        MODELLER,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        ProcessDefinitionPermissions.READ);
    grant(
        MODELLER,
        Resources.DECISION_DEFINITION,
        Authorization.ANY,
        Permissions.READ,
        Permissions.CREATE_INSTANCE);
    grant(
        MODELLER, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
  }

  private void ensureGroup(String id, String title) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(Character.toUpperCase(title.charAt(0)) + title.substring(1));
      group.setType("WORKFLOW");
      identity.saveGroup(group);
    }
  }

  /** Once: what an administrator changes afterwards stays. */
  void grant(String group, Resource resource, String resourceId, Permission... permissions) {
    boolean granted =
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .count()
            > 0;
    if (!granted) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(group);
      grant.setResource(resource);
      grant.setResourceId(resourceId);
      grant.setPermissions(permissions);
      authorizations.saveAuthorization(grant);
    }
  }
}
