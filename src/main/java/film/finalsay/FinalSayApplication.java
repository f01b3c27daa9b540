package film.finalsay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class FinalSayApplication {

  public static void main(String[] args) {
    SpringApplication.run(FinalSayApplication.class, args);
  }
}
