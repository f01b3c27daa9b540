package film.finalsay.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJacksonInputMessage;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Looks through every body of JSON that our own API is sent. */
@ControllerAdvice
class SentJsonAdvice extends RequestBodyAdviceAdapter {

  /** A clearance report of a thousand findings has some thousands. */
  private static final int MOST_VALUES = 20_000;

  @Override
  public boolean supports(
      MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return AbstractJackson2HttpMessageConverter.class.isAssignableFrom(converter);
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage sent,
      MethodParameter body,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    byte[] json = SentJson.read(sent.getBody());
    SentJson.check(json, MOST_VALUES, (part, token) -> {});
    return new MappingJacksonInputMessage(new ByteArrayInputStream(json), sent.getHeaders());
  }
}
