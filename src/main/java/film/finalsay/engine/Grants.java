package film.finalsay.engine;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * The groups, and what their members may see and start in the engine. What they may decide is not
 * here: that follows the film's own team.
 */
@Component
class Grants {

  private static final String TASKLIST = "tasklist";
  private static final String TASK_WORKER_LOG = "TaskWorker";

  /** Higher authority can always decide for the lower one, so it sees the lower one's tasks too. */
  private static final Set<Role> HIGHER_AUTHORITY =
      EnumSet.of(Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  private final IdentityService identity;
  private final AuthorizationService authorizations;

  Grants(IdentityService identity, AuthorizationService authorizations) {
    this.identity = identity;
    this.authorizations = authorizations;
  }

  void ensure() {
    for (Role role : Role.values()) {
      ensureGroup(role);
      grant(role, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
      grant(
          role,
          Resources.OPERATION_LOG_CATEGORY,
          TASK_WORKER_LOG,
          UserOperationLogCategoryPermissions.READ);
      grant(role, Resources.USER, Authorization.ANY, Permissions.READ);
      grant(role, Resources.GROUP, Authorization.ANY, Permissions.READ);
      if (role.maySubmit()) {
        grant(role, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
      }
      for (ApprovalKind kind : ApprovalKind.values()) {
        grant(role, Resources.PROCESS_DEFINITION, kind.processId(), onProcess(role));
      }
    }
  }

  private static Permission[] onProcess(Role role) {
    Stream<Permission> submit =
        role.maySubmit() ? Stream.of(ProcessDefinitionPermissions.CREATE_INSTANCE) : Stream.empty();
    Stream<Permission> oversee =
        HIGHER_AUTHORITY.contains(role)
            ? Stream.of(
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.TASK_WORK)
            : Stream.empty();
    return Stream.of(Stream.of(ProcessDefinitionPermissions.READ), submit, oversee)
        .flatMap(permissions -> permissions)
        .toArray(Permission[]::new);
  }

  private void ensureGroup(Role role) {
    if (identity.createGroupQuery().groupId(role.id()).count() == 0) {
      Group group = identity.newGroup(role.id());
      String title = role.title();
      group.setName(Character.toUpperCase(title.charAt(0)) + title.substring(1));
      group.setType("WORKFLOW");
      identity.saveGroup(group);
    }
  }

  /** Once: what an administrator changes afterwards stays. */
  private void grant(Role role, Resource resource, String resourceId, Permission... permissions) {
    boolean granted =
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(role.id())
                .resourceType(resource)
                .resourceId(resourceId)
                .count()
            > 0;
    if (!granted) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(role.id());
      grant.setResource(resource);
      grant.setResourceId(resourceId);
      grant.setPermissions(permissions);
      authorizations.saveAuthorization(grant);
    }
  }
}
