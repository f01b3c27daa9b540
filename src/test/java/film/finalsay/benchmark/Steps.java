package film.finalsay.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How much the two steps of one change ask of the database. */
record Steps(Asked start, Asked approval) {

  record Asked(long statements, long roundTrips) {}

  static Steps of(Office office, ChangeDesk desk) {
    List<String> started = new ArrayList<>();
    Asked start = asked(office, () -> started.add(desk.start()));
    String task = desk.find(started.get(0));
    return new Steps(start, asked(office, () -> desk.approve(task)));
  }

  private static Asked asked(Office office, Runnable work) {
    Statements counted = office.statements();
    long statements = counted.statements();
    long roundTrips = counted.roundTrips();
    work.run();
    return new Asked(counted.statements() - statements, counted.roundTrips() - roundTrips);
  }

  /** The statements themselves, for whoever wants fewer. */
  static List<String> texts(Office office, ChangeDesk desk) {
    List<String> started = new ArrayList<>();
    List<String> texts = new ArrayList<>(List.of("-- start"));
    texts.addAll(office.statements().of(() -> started.add(desk.start())));
    String task = desk.find(started.get(0));
    texts.add("-- approval");
    texts.addAll(office.statements().of(() -> desk.approve(task)));
    return texts;
  }
}
