package film.finalsay.engine.form;

import java.util.Map;

/** An answer to the fields of a form, together with what is on record. */
interface Answer {

  /** Null if nothing is sent for the field. */
  Object value(String field);

  boolean says(String field);

  /** Does what it leaves out stay as it was? */
  boolean amends();

  /** Does the form hide the field, by what else is said? */
  boolean hides(FormField field);

  /** A variable that the process holds, and nobody can have sent just now. */
  Object onRecord(String variable);

  /** One row of a list, or one part of what a form asks for in parts; that is sent as a whole. */
  record Row(Map<?, ?> fields, Answer around) implements Answer {

    @Override
    public Object value(String field) {
      return fields.get(field);
    }

    @Override
    public boolean says(String field) {
      return true;
    }

    @Override
    public boolean amends() {
      return false;
    }

    @Override
    public boolean hides(FormField field) {
      return around.hides(field);
    }

    @Override
    public Object onRecord(String variable) {
      return around.onRecord(variable);
    }
  }
}
