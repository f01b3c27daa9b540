package film.finalsay.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one of two nodes that start together do at a time what is done once. */
@Component
public class StartLock {

  private final JdbcClient jdbc;

  StartLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends; it is the lock that the engine starts under. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold() {
    jdbc.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
        .query(String.class)
        .list();
  }
}
