package film.finalsay.ledger;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts {@link RecordingJdbc} and {@link RememberingJdbc} before the database of the product. */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

  @Bean
  static BeanPostProcessor recordsWhatIsChanged(
      ObjectProvider<DataSource> database,
      ObjectProvider<RecordedTables> tables,
      ObjectProvider<PlatformTransactionManager> transactions,
      ObjectProvider<EntryWriter> writer) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcClient jdbc
            ? new RememberingJdbc(
                new RecordingJdbc(
                    jdbc,
                    tables.getObject(),
                    new TransactionTemplate(transactions.getObject()),
                    (row, content) -> writer.getObject().open().changed(row, content),
                    Databases.isH2(database.getObject())))
            : bean;
      }
    };
  }
}
