package film.finalsay.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.NumberUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands each controller its {@link Argument}s and its page, and documents what they go by. */
@Configuration
class Arguments
    implements WebMvcConfigurer, HandlerMethodArgumentResolver, GlobalOperationCustomizer {

  private final List<Argument<?>> arguments;

  Arguments(List<Argument<?>> arguments) {
    this.arguments = arguments;
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Paging.class)
        .addResponseWrapperToIgnore(Sent.class);
    arguments.forEach(one -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(one.type()));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.addAll(arguments);
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Paging.class;
  }

  @Override
  public Paging resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer model,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    return new Paging(number(request, "page", 0), number(request, "size", size(parameter)));
  }

  private static int number(NativeWebRequest request, String name, int unlessSent) {
    String sent = request.getParameter(name);
    try {
      return StringUtils.hasLength(sent)
          ? NumberUtils.parseNumber(sent, Integer.class)
          : unlessSent;
    } catch (NumberFormatException other) {
      throw invalid(name, "has to be a whole number.");
    }
  }

  private static int size(MethodParameter paging) {
    return Optional.ofNullable(paging.getParameterAnnotation(Paging.Of.class))
        .map(Paging.Of::value)
        .orElse(Paging.USUAL_SIZE);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    List<Parameter> all =
        new ArrayList<>(Optional.ofNullable(operation.getParameters()).orElse(List.of()));
    for (MethodParameter asked : method.getMethodParameters()) {
      arguments.stream()
          .filter(one -> one.supportsParameter(asked) && one.variable() != null)
          .map(one -> new PathParameter().name(one.variable()).schema(new StringSchema()))
          .filter(one -> isNew(one, all))
          .forEach(one -> all.add(0, one));
      if (supportsParameter(asked)) {
        Stream.of(number("page", 0), number("size", size(asked)))
            .filter(one -> isNew(one, all))
            .forEach(all::add);
      }
    }
    return operation.parameters(all.isEmpty() ? null : all);
  }

  /** Methods that differ only in what they consume or produce are documented as one. */
  private static boolean isNew(Parameter one, List<Parameter> documented) {
    return documented.stream().noneMatch(other -> other.getName().equals(one.getName()));
  }

  private static Parameter number(String name, int unlessSent) {
    return new QueryParameter()
        .name(name)
        .required(false)
        .schema(new IntegerSchema()._default(unlessSent));
  }
}
