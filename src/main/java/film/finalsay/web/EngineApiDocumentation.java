package film.finalsay.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI document that comes with the engine, told where this server is and how to log in. */
@Hidden
@RestController
class EngineApiDocumentation {

  private final ObjectMapper json;

  EngineApiDocumentation(ObjectMapper json) {
    this.json = json;
  }

  @GetMapping(path = "/openapi/engine-rest.json", produces = MediaType.APPLICATION_JSON_VALUE)
  JsonNode engineRest(HttpServletRequest request) throws IOException {
    ObjectNode document =
        (ObjectNode) json.readTree(new ClassPathResource("openapi.json").getInputStream());
    document.putArray("servers").addObject().put("url", request.getContextPath() + "/engine-rest");
    document
        .withObject("/components/securitySchemes/login")
        .put("type", "http")
        .put("scheme", "basic");
    document.putArray("security").addObject().putArray("login");
    return document;
  }
}
