package film.finalsay.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/** What a mapper asked of a row, and was answered: enough to map the row again without it. */
final class RowTape {

  private record Call(String method, List<Object> arguments, Object answer) {}

  /** A mapper wants to know what the one before it did not. */
  static final class AskedOtherwiseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AskedOtherwiseException() {
      super(null, null, false, false);
    }
  }

  private final List<Call> calls = new ArrayList<>();

  <T> T record(RowMapper<T> mapper, ResultSet row, int number) throws SQLException {
    return mapper.mapRow(
        asked(
            (proxy, method, arguments) -> {
              Object answer = call(row, method, arguments);
              calls.add(new Call(method.getName(), list(arguments), answer));
              return answer;
            }),
        number);
  }

  /**
   * @throws AskedOtherwiseException if this mapper asks for anything else
   */
  <T> T play(RowMapper<T> mapper, int number) {
    Iterator<Call> tape = calls.iterator();
    try {
      return mapper.mapRow(
          asked(
              (proxy, method, arguments) -> {
                Call call = tape.hasNext() ? tape.next() : null;
                if (call == null
                    || !call.method().equals(method.getName())
                    || !call.arguments().equals(list(arguments))) {
                  throw new AskedOtherwiseException();
                }
                return call.answer();
              }),
          number);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object call(ResultSet row, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(row, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static List<Object> list(Object[] arguments) {
    return arguments == null ? List.of() : Arrays.asList(arguments);
  }

  private static ResultSet asked(InvocationHandler handler) {
    return (ResultSet)
        Proxy.newProxyInstance(
            RowTape.class.getClassLoader(), new Class<?>[] {ResultSet.class}, handler);
  }
}
