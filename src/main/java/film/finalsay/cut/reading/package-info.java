/** Timelines as editing systems write them, EDL and OTIO, and what differs between two of them. */
package film.finalsay.cut.reading;
