package film.finalsay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The layout holds: the engine at arm's length, features apart, words at the bottom. */
@AnalyzeClasses(packages = "film.finalsay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String FEATURES =
      "budget|contract|cost|cut|delivery|drawdown|finance|greenlight|personnel|release|reopening"
          + "|schedule|script|signature|slate|stakeholders";

  @ArchTest
  static final ArchRule camundaStaysInProcessAndEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages("film.finalsay.engine..", "..process..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.camunda..");

  @ArchTest
  static final ArchRule engineInternalsStayInEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("film.finalsay.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.webapp.impl..");

  @ArchTest
  static final ArchRule approvalIsPlainJava =
      classes()
          .that()
          .resideInAPackage("film.finalsay.approval..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "film.finalsay.approval..");

  @ArchTest
  static final ArchRule featuresDoNotKnowEachOther =
      slices().matching("film.finalsay.(" + FEATURES + ")..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule theEngineKitKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("film.finalsay.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of("film", "register", "authority", "demo"),
                      Stream.of(FEATURES.split("\\|")))
                  .map("film.finalsay.%s.."::formatted)
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule theLedgerKnowsWordsOnly =
      classes()
          .that()
          .resideInAPackage("film.finalsay.ledger..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "film.finalsay.ledger..", "film.finalsay.approval..", "film.finalsay.sql..")
                  .or(DescribedPredicate.not(resideInAPackage("film.finalsay.."))));

  @ArchTest
  static final ArchRule webCallsServicesOnly =
      noClasses()
          .that()
          .resideInAPackage("..web..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.springframework.jdbc..", "..process..")
                  .or(
                      DescribedPredicate.describe(
                          "repositories", type -> type.getSimpleName().endsWith("Repository"))));

  @ArchTest
  static final ArchRule delegatesAreThinAndNamedAsTheModelsCallThem =
      classes()
          .that()
          .implement(JavaDelegate.class)
          .should()
          .haveSimpleNameEndingWith("Delegate")
          .andShould()
          .resideInAPackage("..process..")
          .andShould()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule moneyIsNeverADouble =
      noClasses()
          .that()
          .resideOutsideOfPackage("film.finalsay.approval..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Double.class);

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("film.finalsay.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCyclesWithinTheEngineKit =
      slices().matching("film.finalsay.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatTheEngineKitSharesKnowsNoneOfItsRooms =
      noClasses()
          .that()
          .resideInAPackage("film.finalsay.engine")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("film.finalsay.engine.*..");

  @ArchTest
  static final ArchRule noCyclesWithinTheBudget =
      slices().matching("film.finalsay.budget.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatTheBudgetSharesKnowsNoneOfItsRooms =
      noClasses()
          .that()
          .resideInAPackage("film.finalsay.budget")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("film.finalsay.budget.*..");
}
