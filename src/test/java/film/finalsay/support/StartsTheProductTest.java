package film.finalsay.support;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.test.context.SpringBootTest;

/** A test that is not known to start the product would run among the plain ones, beside others. */
@AnalyzeClasses(packages = "film.finalsay", importOptions = OnlyIncludeTests.class)
class StartsTheProductTest {

  @ArchTest
  static final ArchRule whatStartsItSaysSo =
      classes()
          .that()
          .areMetaAnnotatedWith(SpringBootTest.class)
          .should()
          .beMetaAnnotatedWith(StartsTheProduct.class);
}
