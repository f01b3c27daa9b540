package film.finalsay.engine.login;

import java.util.Set;

/**
 * Somebody for whom the provider of single sign-on vouches.
 *
 * @param person the login they are to have here
 * @param subject what the provider will always call them, whatever their login is
 * @param groups ours that the provider gives them
 * @param givenGroups all of ours that the provider gives or takes; others are left alone
 */
public record Arrival(
    String person,
    String subject,
    String firstName,
    String lastName,
    String email,
    Set<String> groups,
    Set<String> givenGroups) {}
