package film.finalsay.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Not a plain unit test: it takes its time, and one at a time in a JVM. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag(StartsTheProduct.TAG)
@Execution(ExecutionMode.SAME_THREAD)
public @interface StartsTheProduct {

  /** As the build knows them. */
  String TAG = "product";
}
