package film.finalsay.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A statement that does what another does, for those that do one thing besides. */
abstract class ForwardedStatement implements InvocationHandler {

  private final StatementSpec statement;

  ForwardedStatement(StatementSpec statement) {
    this.statement = statement;
  }

  final StatementSpec statement() {
    return statement;
  }

  final StatementSpec asStatement() {
    return (StatementSpec)
        Proxy.newProxyInstance(
            ForwardedStatement.class.getClassLoader(), new Class<?>[] {StatementSpec.class}, this);
  }

  @Override
  public final Object invoke(Object itself, Method method, Object[] arguments) throws Throwable {
    Object answer = call(method, arguments == null ? new Object[0] : arguments);
    return answer == statement ? itself : answer;
  }

  Object call(Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(statement, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
