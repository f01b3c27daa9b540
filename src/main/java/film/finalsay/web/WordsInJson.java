package film.finalsay.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How our own words are written in JSON: an amount as a plain decimal, a role by its id. */
@Configuration
class WordsInJson {

  @Bean
  Module wordsModule() {
    SimpleModule words = new SimpleModule("words");
    add(words, Money.class, Money::plain);
    add(words, BigDecimal.class, BigDecimal::toPlainString);
    add(words, Currency.class, Currency::getCurrencyCode);
    add(words, Role.class, Role::id);
    add(words, ApprovalKind.class, ApprovalKind::name);
    return words;
  }

  private static <T> void add(SimpleModule words, Class<T> type, Function<T, String> text) {
    SpringDocUtils.getConfig().replaceWithClass(type, String.class);
    words.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T word, JsonGenerator json, SerializerProvider others)
              throws IOException {
            json.writeString(text.apply(word));
          }
        });
  }
}
