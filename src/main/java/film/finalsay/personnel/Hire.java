package film.finalsay.personnel;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.personnel.Engagements.Payee;
import film.finalsay.register.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is asked for about somebody's work, as it is on file. */
record Hire(Content content) {

  static final String KEY_ELEMENT = "keyElement";

  /** What a deal promises besides money, and what it asks care for: each is ticked or not. */
  static final List<String> FLAGS =
      List.of("payOrPlay", "favouredNations", KEY_ELEMENT, "approvalRights", "finalCut", "minor");

  /** Those that are the executive producer's to promise, and to go back on. */
  private static final Set<String> RESERVED = Set.of("payOrPlay", "favouredNations", "finalCut");

  Act act() {
    return Act.valueOf(content.text("act"));
  }

  Position position() {
    return Position.valueOf(content.text("position"));
  }

  /** Null where there is none. */
  String find(String field) {
    return content.find(field).orElse(null);
  }

  /** Null where there is none. */
  LocalDate day(String field) {
    return content.find(field).map(LocalDate::parse).orElse(null);
  }

  /** Of what is promised now. */
  List<String> ticked() {
    return FLAGS.stream().filter(flag -> find(flag) != null).toList();
  }

  /** The same, and what was promised to whoever is there. */
  List<String> promised() {
    List<String> all = new ArrayList<>(ticked());
    Stream.ofNullable(find("promised")).forEach(flags -> all.addAll(List.of(flags.split(","))));
    return all;
  }

  boolean reserved() {
    return promised().stream().anyMatch(RESERVED::contains);
  }

  /** Zero where nothing is paid. */
  Money cost(Film film) {
    return find("cost") == null ? film.zero() : content.money("cost", film.currency());
  }

  /** Whom it is paid to: who comes, or else who is there. */
  Payee payee() {
    return find("name") == null
        ? incumbent()
        : Payee.of(find("name"), find("person"), find("loanOut"));
  }

  /** Who is there; call it where somebody is. */
  Payee incumbent() {
    return Payee.of(content.text("whom"), find("whomLogin"), find("whomCompany"));
  }

  String subject() {
    String as =
        position().title()
            + (find("character") == null ? "" : " (%s)".formatted(find("character")));
    return switch (act()) {
      case ENGAGE -> "Engage %s as %s".formatted(find("name"), as);
      case REPLACE -> "Replace %s by %s as %s".formatted(find("whom"), find("name"), as);
      case EXTEND -> "Extend %s as %s until %s".formatted(find("whom"), as, find("stop"));
      case RELEASE -> "Release %s as %s".formatted(find("whom"), as);
    };
  }

  /** What it would do, in a sentence. */
  String does(Film film) {
    String what =
        switch (act()) {
          case ENGAGE -> "Puts the engagement on file";
          case REPLACE -> "Releases one, and puts the engagement of the other on file";
          case EXTEND -> "Moves the last day of the engagement";
          case RELEASE -> "Ends the engagement; what is committed stays so";
        };
    return "%s%s%s."
        .formatted(
            what,
            find("account") == null
                ? ""
                : ", commits %s on account %s".formatted(cost(film).inWords(), find("account")),
            find("credit") == null ? "" : ", agrees the credit \"%s\"".formatted(find("credit")));
  }
}
