package kz.qalam.core.article;

import java.util.UUID;

/**
 * How far a window's unsaved text had come, as a save that contains it names it.
 *
 * @param window the window in which it was typed
 * @param counter its newest text that is in the save; 0 for none
 */
public record Kept(UUID window, long counter) {}
