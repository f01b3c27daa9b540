package film.finalsay.personnel;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.FullName;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.People;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmAttachments;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What may be asked about somebody's work: read from what was sent, and checked. */
@Component
class HireRules {

  private static final int MAX_NAME = 200;

  /** What may be left out, with how long it may be. */
  private static final Map<String, Integer> DETAILS =
      new TreeMap<>(
          Map.of("agent", MAX_NAME, "loanOut", MAX_NAME, "credit", 100, "union", 100, "reel", 500));

  private final Engagements engagements;
  private final FilmAttachments attachments;
  private final FilmGreenlight greenlight;
  private final Pricing pricing;
  private final Documents documents;
  private final People people;

  HireRules(
      Engagements engagements,
      FilmAttachments attachments,
      FilmGreenlight greenlight,
      Pricing pricing,
      Documents documents,
      People people) {
    this.engagements = engagements;
    this.attachments = attachments;
    this.greenlight = greenlight;
    this.pricing = pricing;
    this.documents = documents;
    this.people = people;
  }

  /**
   * @throws BusinessRuleException if a field is wrong, or it cannot be asked for now
   */
  Hire read(Asking asking) {
    Film film = asking.film();
    Inputs sent = asking.sent();
    Act act = sent.oneOf("act", Act.class);
    Position position = sent.oneOf("position", Position.class);
    LocalDate stop = sent.optionalDate("stop").orElse(null);
    String reason =
        act.releases() ? sent.longText("reason") : sent.optionalLongText("reason").orElse(null);
    Content content =
        Content.of("act", act.name())
            .with("position", position.name())
            .with("stop", stop)
            .with("reason", reason);
    Engagement there = null;
    if (act != Act.ENGAGE) {
      String said = sent.text("whom", MAX_NAME);
      there = there(film, act, position, said);
      content = content.with("whom", said);
    }
    if (there != null) {
      content =
          content
              .with("whom", there.name())
              .with("engagement", there.approvalKey())
              .with("whomLogin", there.person())
              .with("whomCompany", there.loanOut())
              .with("promised", there.flags().isEmpty() ? null : there.flags());
    }
    if (act == Act.EXTEND) {
      requireLonger(there, stop);
    }
    if (act.engages()) {
      content = newcomer(content, sent, film, there);
    }
    if (act != Act.RELEASE) {
      content = shown(pricing.priced(content, sent, film), sent, film);
    }
    for (String field : List.of("name", "whom")) {
      if (isOne(asking.requester(), content, field)) {
        throw invalid(field, "you are this person; somebody else has to ask for it.");
      }
    }
    return new Hire(content);
  }

  /**
   * Who is there in a position.
   *
   * @param said a name, or the number of the approval by which they were engaged
   * @return null of somebody who is attached to the film, and was never engaged
   * @throws BusinessRuleException (invalid) if nobody is, or several are; (conflict) while
   *     conditions of a greenlight are open that was given on them, and they would go
   */
  private Engagement there(Film film, Act act, Position position, String said) {
    List<Engagement> engaged = engagements.engaged(film, position, said);
    if (engaged.size() > 1) {
      throw invalid(
          "whom",
          "\"%s\" is engaged as %s more than once; name the approval, such as %s.",
          said,
          position.title(),
          engaged.get(0).approvalKey());
    }
    Engagement there = engaged.isEmpty() ? null : engaged.get(0);
    String name = there == null ? said : there.name();
    String role = act.releases() ? position.attachment().orElse(null) : null;
    if (there == null && (role == null || !attachments.isAttached(film, role, said))) {
      throw invalid(
          "whom",
          "\"%s\" is not engaged as %s of %s today.",
          said,
          position.title(),
          film.inWords());
    }
    greenlight
        .schedule(film)
        .filter(given -> given.conditional() && role != null)
        .filter(given -> greenlight.isGivenOn(film, role, name))
        .ifPresent(
            given -> {
              throw conflict(
                  "%s was given on %s, and on conditions. %s",
                  given.approvalKey(), name, given.way());
            });
    return there;
  }

  private static void requireLonger(Engagement there, LocalDate stop) {
    LocalDate until = there.stops() == null ? there.starts() : there.stops();
    if (stop == null || !stop.isAfter(until)) {
      throw invalid("stop", "has to be a day after %s, until which they are engaged.", until);
    }
  }

  private Content newcomer(Content before, Inputs sent, Film film, Engagement there) {
    String name = sent.text("name", MAX_NAME);
    if (FullName.folded(name).isEmpty()) {
      throw invalid("name", "has no letter in it.");
    }
    String person = sent.optionalText("person", 64).orElse(null);
    if (person != null && !people.exists(person)) {
      throw invalid("person", "nobody with the id \"%s\" can log in.", person);
    }
    LocalDate start =
        sent.optionalDate("start")
            .orElseThrow(() -> invalid("start", "is missing; a day is needed."));
    LocalDate stop = new Hire(before).day("stop");
    if (stop != null && stop.isBefore(start)) {
      throw invalid("stop", "has to be empty or on or after %s.", start);
    }
    Content content = before.with("name", name).with("person", person).with("start", start);
    for (Map.Entry<String, Integer> detail : DETAILS.entrySet()) {
      String field = detail.getKey();
      content = content.with(field, sent.optionalText(field, detail.getValue()).orElse(null));
    }
    for (String flag : Hire.FLAGS) {
      boolean ticked = sent.any(flag) != null && sent.yesOrNo(flag);
      content = content.with(flag, ticked ? true : null);
    }
    return content.with("character", character(content, sent, film, there));
  }

  /** Whoever replaces an actor plays the same character, unless another is named. */
  private String character(Content content, Inputs sent, Film film, Engagement there) {
    String named = sent.optionalText("character", MAX_NAME).orElse(null);
    Position position = new Hire(content).position();
    if (!position.isCast()) {
      if (named != null) {
        throw invalid("character", "the %s plays none.", position.title());
      }
      return null;
    }
    String character = named == null && there != null ? there.plays() : named;
    if (character == null) {
      throw invalid("character", "is missing; say who is played.");
    }
    requireFree(film, character, there == null ? null : there.approvalKey());
    return character;
  }

  /** A character is one person's. */
  private void requireFree(Film film, String character, String but) {
    engagements
        .cast(film)
        .filter(one -> FullName.same(one.plays(), character))
        .filter(one -> !one.approvalKey().equals(but))
        .findFirst()
        .ifPresent(
            one -> {
              throw invalid(
                  "character",
                  "%s is cast already: %s, by %s.",
                  one.plays(),
                  one.name(),
                  one.approvalKey());
            });
  }

  private Content shown(Content content, Inputs sent, Film film) {
    boolean medical =
        new Hire(content).ticked().contains(Hire.KEY_ELEMENT)
            || sent.optionalText("castMedical", 64).isPresent();
    return content
        .with("dealMemo", document(sent, film, "dealMemo"))
        .with("castMedical", medical ? document(sent, film, "castMedical") : null);
  }

  private String document(Inputs sent, Film film, String field) {
    return documents.named(film, field, sent.text(field, 64)).sha256();
  }

  /**
   * Whether a login is that of somebody a request names, by the login or by the full name.
   *
   * @param field {@code name} of who comes, or {@code whom} of who is there
   */
  boolean isOne(String login, Content content, String field) {
    String theirs = content.find(field.equals("name") ? "person" : "whomLogin").orElse(null);
    String fullName = people.nameOf(login).replace(" (" + login + ")", "");
    return LoginName.same(login, theirs)
        || FullName.same(fullName, content.find(field).orElse(null));
  }

  /**
   * @throws BusinessRuleException (conflict) if who was there is not, or who plays the character is
   *     another by now
   */
  void requireStillPossible(Case request) {
    Hire hire = new Hire(request.content());
    String engagement = hire.find("engagement");
    try {
      if (hire.find("whom") != null) {
        String said = engagement == null ? hire.find("whom") : engagement;
        Engagement there = there(request.film(), hire.act(), hire.position(), said);
        if (engagement == null && there != null) {
          throw invalid("whom", "they were engaged since, by %s.", there.approvalKey());
        }
      }
      if (hire.find("character") != null) {
        requireFree(request.film(), hire.find("character"), engagement);
      }
    } catch (BusinessRuleException notAnyMore) {
      throw conflict("%s is not possible any more: %s", request.key(), notAnyMore.getMessage());
    }
  }
}
