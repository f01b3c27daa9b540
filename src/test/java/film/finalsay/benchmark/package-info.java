/** How fast the task list is, beside the engine as shipped; runs by its own Maven profile. */
package film.finalsay.benchmark;
