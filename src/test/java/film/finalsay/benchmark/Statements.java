package film.finalsay.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Counts what is asked of the database, between an application and its data source. Each set of
 * parameters counts as a statement, also where the driver is handed many of them in one batch; each
 * call that waits for the database counts as a round trip. What the application does besides, with
 * nobody asking, does not count.
 */
final class Statements implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private final AtomicLong statements = new AtomicLong();
  private final AtomicLong roundTrips = new AtomicLong();
  private List<String> texts;

  @Override
  public void initialize(ConfigurableApplicationContext application) {
    application
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counted(source) : bean;
              }
            });
  }

  long statements() {
    return statements.get();
  }

  long roundTrips() {
    return roundTrips.get();
  }

  /** The texts of what some work asks, in order, each as often as it is asked. */
  synchronized List<String> of(Runnable work) {
    texts = new ArrayList<>();
    try {
      work.run();
      return List.copyOf(texts);
    } finally {
      texts = null;
    }
  }

  private DataSource counted(DataSource source) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = call(source, method, arguments);
          return result instanceof Connection connection ? counted(connection) : result;
        });
  }

  private Connection counted(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          Object result = call(connection, method, arguments);
          return result instanceof Statement statement
              ? counted(statement, method, arguments)
              : result;
        });
  }

  private Statement counted(Statement statement, Method prepared, Object[] sql) {
    return (Statement)
        proxy(
            prepared.getReturnType(),
            (proxy, method, arguments) -> {
              String name = method.getName();
              if (!isAsked()) {
                return call(statement, method, arguments);
              }
              if (name.equals("addBatch") || name.startsWith("execute") && !isBatch(name)) {
                asked(arguments == null ? sql : arguments);
              }
              if (name.startsWith("execute")) {
                roundTrips.incrementAndGet();
              }
              return call(statement, method, arguments);
            });
  }

  /** By a request over HTTP. */
  private static boolean isAsked() {
    return Thread.currentThread().getName().contains("-exec-");
  }

  private static boolean isBatch(String name) {
    return name.endsWith("Batch");
  }

  private void asked(Object[] sql) {
    statements.incrementAndGet();
    List<String> noted = texts;
    if (noted != null && sql != null) {
      noted.add(String.valueOf(sql[0]).strip().replaceAll("\\s+", " "));
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
