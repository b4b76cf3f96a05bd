package kz.qalam.core.style;

/** A text as the site would write it in its other scripts. */
public record Spelt(String latin, String arabic) {}
