/** What a process that a modeller drew does once what it asks for is approved. */
package film.finalsay.effect;
