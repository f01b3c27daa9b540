package film.finalsay.engine.login;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Hooks our keeping and checking of passwords into the engine as it is built. */
@Component
class LoginsPlugin extends AbstractProcessEnginePlugin {

  private static final Profiles WITHOUT_THE_DEMO = Profiles.of("!default");

  /** Length is what makes guessing long; a mix of signs mostly makes people write it down. */
  private static final List<PasswordPolicyRule> LONG_PASSWORDS =
      List.of(new PasswordPolicyLengthRuleImpl(12), new PasswordPolicyUserDataRuleImpl());

  private final Argon2Passwords argon2;
  private final PasswordCheck passwords;
  private final Environment environment;

  LoginsPlugin(Argon2Passwords argon2, PasswordCheck passwords, Environment environment) {
    this.argon2 = argon2;
    this.passwords = passwords;
    this.environment = environment;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    passwords.of(engine);
    engine.setPasswordEncryptor(argon2);
    engine.setIdentityService(new CheckedIdentityService(passwords));
    if (environment.acceptsProfiles(WITHOUT_THE_DEMO)) {
      engine.setEnablePasswordPolicy(true);
      engine.setPasswordPolicy(() -> LONG_PASSWORDS);
    }
  }

  /** The Tasklist and the engine's REST API check passwords by its identity service. */
  private static final class CheckedIdentityService extends IdentityServiceImpl {

    private final PasswordCheck passwords;

    CheckedIdentityService(PasswordCheck passwords) {
      this.passwords = passwords;
    }

    @Override
    public boolean checkPassword(String person, String password) {
      PasswordCheck.Verdict verdict = passwords.of(person, password, address());
      if (verdict.isGood()) {
        LoginProof.given(verdict.kept());
      }
      return verdict.isGood();
    }

    private static String address() {
      return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
          ? request.getRequest().getRemoteAddr()
          : "";
    }
  }
}
