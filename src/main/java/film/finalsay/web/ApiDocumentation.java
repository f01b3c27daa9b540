package film.finalsay.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

@Configuration
@OpenAPIDefinition(
    info =
        @Info(
            title = "Final Say",
            version = "1",
            description =
                "Films, their teams, budgets, costs, scripts and approvals. Amounts are decimal strings in the"
                    + " film's currency (\"8000.00\"), times are UTC. Approvals are started and tasks"
                    + " are worked over the engine's API or in the Tasklist."),
    security = @SecurityRequirement(name = "login"))
@SecurityScheme(name = "login", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDocumentation {}
