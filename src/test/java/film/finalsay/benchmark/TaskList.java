package film.finalsay.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * What the Tasklist asks an engine, at the engine's own services, so that two engines are asked the
 * same. The one who asks has to be logged in on this thread.
 */
final class TaskList {

  static final String LIST = "list of 15";
  static final String COUNT = "count";
  static final String FILTER = "filter";

  private static final int PAGE = 15;

  private final ProcessEngine engine;
  private final String filter;

  /**
   * @param filter the id of the stored filter
   */
  TaskList(ProcessEngine engine, String filter) {
    this.engine = engine;
    this.filter = filter;
  }

  /** By name, in the order in which they are shown. */
  Map<String, Runnable> queries() {
    Map<String, Runnable> queries = new TreeMap<>();
    queries.put(LIST, this::list);
    queries.put(COUNT, this::count);
    queries.put(FILTER, this::filtered);
    return queries;
  }

  List<Task> list() {
    return sorted().listPage(0, PAGE);
  }

  long count() {
    return open().count();
  }

  /** What a click on a filter asks: a page of its tasks, and how many they are. */
  long filtered() {
    FilterService filters = engine.getFilterService();
    filters.listPage(filter, sorted(), 0, PAGE);
    return filters.count(filter, sorted());
  }

  private TaskQuery open() {
    return engine.getTaskService().createTaskQuery().active();
  }

  private TaskQuery sorted() {
    return open().orderByTaskCreateTime().desc();
  }
}
