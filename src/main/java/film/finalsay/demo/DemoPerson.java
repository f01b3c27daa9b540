package film.finalsay.demo;

import film.finalsay.approval.Role;
import java.util.Locale;

/** At least one person per role, and seats for a committee; the password is the id. */
enum DemoPerson {
  LINE1("Lena", "Ortiz", Role.LINE_PRODUCER),
  PRODUCER1("Paul", "Brandt", Role.PRODUCER),
  PRODUCER2("Priya", "Nair", Role.PRODUCER),
  COEXEC1("Carla", "Mendes", Role.CO_EXECUTIVE_PRODUCER),
  EXEC1("Edith", "Crane", Role.EXECUTIVE_PRODUCER),
  DIRECTOR1("Dana", "Reyes", Role.DIRECTOR),
  FIRSTAD1("Farah", "Quinn", Role.FIRST_ASSISTANT_DIRECTOR),
  ACCOUNTANT1("Aron", "Vida", Role.PRODUCTION_ACCOUNTANT),
  POST1("Petra", "Lang", Role.POST_SUPERVISOR),
  COUNSEL1("Colin", "Marsh", Role.LEGAL_COUNSEL),
  FINANCIER1("Felix", "Stern", Role.FINANCIER),
  DISTRIBUTOR1("Dana", "Weiss", Role.DISTRIBUTOR),
  GUARANTOR1("Grace", "Holm", Role.COMPLETION_GUARANTOR),
  MEMBER1("Mona", "Field", Role.COMMITTEE_MEMBER),
  MEMBER2("Marc", "Iwata", Role.COMMITTEE_MEMBER),
  MEMBER3("Mira", "Olsen", Role.COMMITTEE_MEMBER),
  MEMBER4("Max", "Adeyemi", Role.COMMITTEE_MEMBER),
  MEMBER5("Maya", "Castro", Role.COMMITTEE_MEMBER),
  /**
   * The administrator, whom the engine creates. On the film's team as the one role that may ask and
   * never decide, so that one login both deploys and starts a process from the Modeler.
   */
  ADMIN("Ada", "Minton", Role.ASSOCIATE_PRODUCER);

  final String firstName;
  final String lastName;
  final Role role;

  DemoPerson(String firstName, String lastName, Role role) {
    this.firstName = firstName;
    this.lastName = lastName;
    this.role = role;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
