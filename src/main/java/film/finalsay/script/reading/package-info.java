/** What a script file says: its scenes, and what differs between two of them. */
package film.finalsay.script.reading;
