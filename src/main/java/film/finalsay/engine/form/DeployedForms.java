package film.finalsay.engine.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/**
 * The declarations of forms, each read once: a form that is deployed never changes, nor does a page
 * of the product.
 */
public final class DeployedForms {

  private static final int MOST = 500;
  private static final String PAGE = "embedded:/";
  private static final String FILE = "deployment:";

  private final Cache<String, FormFields> read = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Empty if no form is named. */
  Optional<FormFields> of(FormDefinition form, String deploymentId, VariableScope scope) {
    if (form == null) {
      return Optional.empty();
    }
    String key = text(form.getFormKey(), scope);
    if (key != null) {
      return Optional.of(ofKey(key, deploymentId));
    }
    String name = text(form.getCamundaFormDefinitionKey(), scope);
    return name == null ? Optional.empty() : Optional.of(ofName(name, form, deploymentId, scope));
  }

  private FormFields ofKey(String key, String deploymentId) {
    if (key.startsWith(PAGE)) {
      return kept(key, () -> FormPage.isOurs(key) ? ofPage(key) : FormFields.NONE);
    }
    return key.contains(FILE)
        ? ofFile(deploymentId, key.substring(key.indexOf(FILE) + FILE.length()))
        : FormFields.NONE;
  }

  private FormFields ofName(
      String name, FormDefinition form, String deploymentId, VariableScope scope) {
    CamundaFormRefImpl named = new CamundaFormRefImpl(name, form.getCamundaFormDefinitionBinding());
    String version = text(form.getCamundaFormDefinitionVersion(), scope);
    named.setVersion(version == null ? null : Integer.valueOf(version));
    CamundaFormDefinition deployed =
        new GetCamundaFormDefinitionCmd(named, deploymentId).execute(Context.getCommandContext());
    return deployed == null
        ? FormFields.NONE
        : ofFile(deployed.getDeploymentId(), deployed.getResourceName());
  }

  private FormFields ofFile(String deploymentId, String file) {
    return kept(
        deploymentId + "/" + file,
        () -> {
          ResourceEntity content =
              Context.getCommandContext()
                  .getResourceManager()
                  .findResourceByDeploymentIdAndResourceName(deploymentId, file);
          return content == null ? FormFields.NONE : read(content.getBytes());
        });
  }

  /** A model of before may have deployed a page, which is shown no more, nor insisted on. */
  static FormFields read(byte[] file) {
    String content = new String(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "").strip();
    return content.startsWith("{")
        ? CamundaForm.read(content)
        : FormFields.of(
            FormPage.read(content).all().stream().map(FormField::name).map(FormField::any));
  }

  private static FormFields ofPage(String key) {
    String page = "/static/" + key.substring(PAGE.length());
    try (InputStream content = DeployedForms.class.getResourceAsStream(page)) {
      return content == null
          ? FormFields.NONE
          : FormPage.read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private FormFields kept(String key, Supplier<FormFields> reading) {
    FormFields known = read.getIfPresent(key);
    if (known == null) {
      known = reading.get();
      read.put(key, known);
    }
    return known;
  }

  private static String text(Expression drawn, VariableScope scope) {
    Object text = drawn == null ? null : drawn.getValue(scope);
    return text == null ? null : text.toString();
  }
}
