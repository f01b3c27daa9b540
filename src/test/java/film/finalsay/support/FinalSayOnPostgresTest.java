package film.finalsay.support;

import film.finalsay.FinalSayApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The whole product on a production office's database, with the demo's people to work with. All
 * tests that say this share one running product.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StartsTheProduct
@SpringBootTest(
    classes = FinalSayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "server.forward-headers-strategy=native",
      "final-say.test.watched-passwords=true"
    })
@ActiveProfiles({"default", "postgres"})
@ContextConfiguration(initializers = Postgres.Office.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ExtendWith(AsInProduction.class)
public @interface FinalSayOnPostgresTest {}
