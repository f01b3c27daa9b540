package film.finalsay.finance;

import film.finalsay.approval.Money;

/**
 * What a film may sell for in one territory.
 *
 * @param ask what the agent will ask
 * @param take the least that the agent will accept, at most the ask
 */
public record Territory(String name, Money ask, Money take) {}
