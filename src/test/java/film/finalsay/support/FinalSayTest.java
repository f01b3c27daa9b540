package film.finalsay.support;

import film.finalsay.FinalSayApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/**
 * The whole product with its demo company, on a database of its own in memory and a free port. All
 * tests that say this share one running product, so each works on a film of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StartsTheProduct
@SpringBootTest(
    classes = FinalSayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:final-say;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
      "server.forward-headers-strategy=native",
      "final-say.test.watched-passwords=true"
    })
@ExtendWith(RunningEngine.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface FinalSayTest {}
