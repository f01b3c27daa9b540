package film.finalsay;

import film.finalsay.health.OutOfMemory;
import film.finalsay.ledger.VerifyLedger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class FinalSayApplication {

  public static void main(String[] args) {
    if (VerifyLedger.isAskedFor(args)) {
      System.exit(VerifyLedger.run(args));
    }
    if (Installation.isAskedFor(args)) {
      System.exit(Installation.run(args));
    }
    OutOfMemory.endsTheProcess();
    SpringApplication.run(FinalSayApplication.class, args);
  }
}
