package film.finalsay.engine.login;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Does in the engine what a person would do in the Tasklist, logged in as that person. For the demo
 * company, and so only where it is.
 */
@Component
@Profile("default")
public class Impersonation {

  private final IdentityService identity;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Logins logins;
  private final Argon2Passwords passwords;

  Impersonation(
      IdentityService identity,
      RuntimeService runtime,
      TaskService tasks,
      Logins logins,
      Argon2Passwords passwords) {
    this.passwords = passwords;
    this.logins = logins;
    this.identity = identity;
    this.runtime = runtime;
    this.tasks = tasks;
  }

  /** Lets a person log in, by their id as password; one who can already keeps what they have. */
  public void hire(String person, String firstName, String lastName) {
    if (identity.createUserQuery().userId(person).count() == 0) {
      UserEntity user = (UserEntity) identity.newUser(person);
      user.setFirstName(firstName);
      user.setLastName(lastName);
      user.setEmail(person + "@example.com");
      user.setDbPassword(passwords.encryptPublic(person));
      identity.saveUser(user);
    }
  }

  /**
   * @return the id of the process instance
   */
  public String start(String person, String process, Map<String, Object> variables) {
    return as(
        person,
        () ->
            runtime
                .createProcessInstanceByKey(process)
                .processDefinitionWithoutTenantId()
                .setVariables(variables)
                .execute()
                .getProcessInstanceId());
  }

  /** Answers at the one open step of this name. */
  public void answer(
      String person, String processInstanceId, String step, Map<String, Object> variables) {
    as(
        person,
        () -> {
          String task =
              tasks
                  .createTaskQuery()
                  .processInstanceId(processInstanceId)
                  .taskDefinitionKey(step)
                  .singleResult()
                  .getId();
          tasks.complete(task, variables);
          return task;
        });
  }

  private <T> T as(String person, Supplier<T> work) {
    try {
      logins.enter(logins.of(person));
      return work.get();
    } finally {
      logins.leave();
    }
  }
}
