package film.finalsay.engine.people;

import film.finalsay.approval.BusinessRuleException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;

/**
 * The engine's own keeping of people and groups, behind every door by which one is entered, changed
 * or deleted: each person has a login and a name that cannot be taken for somebody else's, and with
 * whom or what is deleted go memberships and rights, each told.
 */
final class PeopleOnFile extends DbIdentityServiceProvider {

  private final LoginRegister logins;

  PeopleOnFile(LoginRegister logins) {
    this.logins = logins;
  }

  /** The engine's rights come first: whoever may not, learns nothing of who there is. */
  @Override
  public IdentityOperationResult saveUser(User user) {
    UserEntity before = before((UserEntity) user);
    IdentityOperationResult saved = super.saveUser(user);
    requirePlain("firstName", user.getFirstName());
    requirePlain("lastName", user.getLastName());
    requirePlain("email", user.getEmail());
    if (IdentityOperationResult.OPERATION_CREATE.equals(saved.getOperation())) {
      logins.give(user.getId());
    }
    return new Change(saved, before);
  }

  @Override
  public IdentityOperationResult saveGroup(Group group) {
    GroupEntity before = before((GroupEntity) group);
    return new Change(super.saveGroup(group), before);
  }

  /** As it is in the database; null if it is new. */
  @SuppressWarnings("unchecked")
  private <T extends DbEntity & HasDbRevision> T before(T saved) {
    return saved.getRevision() == 0
        ? null
        : getDbEntityManager().selectById((Class<T>) saved.getClass(), saved.getId());
  }

  @Override
  public IdentityOperationResult deleteGroup(String group) {
    checkAuthorization(Permissions.DELETE, Resources.GROUP, group);
    if (Grants.isShipped(group)) {
      throw BusinessRuleException.conflict(
          "The group %s comes with the product and stays; take out of it who is not to be in it.",
          group);
    }
    return super.deleteGroup(group);
  }

  @Override
  protected void deleteMembershipsByUserId(String person) {
    unchecked(() -> createGroupQuery(getCommandContext()).groupMember(person).list())
        .forEach(group -> tellLeft(person, group.getId()));
    super.deleteMembershipsByUserId(person);
    takeRights(new AuthorizationQueryImpl().userIdIn(person));
  }

  @Override
  protected void deleteMembershipsByGroupId(String group) {
    unchecked(() -> createUserQuery(getCommandContext()).memberOfGroup(group).list())
        .forEach(person -> tellLeft(person.getId(), group));
    super.deleteMembershipsByGroupId(group);
    takeRights(new AuthorizationQueryImpl().groupIdIn(group));
  }

  /** Also what the caller may not list. */
  private <T> T unchecked(Callable<T> read) {
    return getCommandContext().runWithoutAuthorization(read);
  }

  /** The engine tells whom a command takes out, but not who goes with a person or group. */
  private void tellLeft(String person, String group) {
    getSession(UserOperationLogManager.class)
        .logMembershipOperation(
            new IdentityOperationResult(null, IdentityOperationResult.OPERATION_DELETE),
            person,
            group,
            null);
  }

  /** The next of that name is another: as shipped, it would have the rights of the one before. */
  private void takeRights(AuthorizationQuery ofWhomIsDeleted) {
    ((RightsInLedger) getAuthorizationManager()).take(ofWhomIsDeleted);
  }

  private static void requirePlain(String field, String text) {
    if (!PersonName.isPlain(text)) {
      throw BusinessRuleException.invalid(
          field, "has a character that is not seen, or turns the text around; write it without.");
    }
  }

  /** That a person or group was saved, and which of its fields are others than before. */
  static final class Change extends IdentityOperationResult {

    private static final String GOES_WITH_PASSWORD = "salt";

    private final String fields;

    /**
     * @param before null if there was none
     */
    Change(IdentityOperationResult saved, DbEntity before) {
      super(saved.getValue(), saved.getOperation());
      this.fields = before == null ? null : fields(state(before), state(saved.getValue()));
    }

    /**
     * @return by name; null if it is new
     */
    String fields() {
      return fields;
    }

    private static String fields(Map<?, ?> before, Map<?, ?> now) {
      return now.keySet().stream()
          .filter(field -> !Objects.equals(before.get(field), now.get(field)))
          .map(Object::toString)
          .filter(field -> !field.equals(GOES_WITH_PASSWORD))
          .sorted()
          .collect(Collectors.joining(", "));
    }

    private static Map<?, ?> state(Object entity) {
      return (Map<?, ?>) ((DbEntity) entity).getPersistentState();
    }
  }
}
