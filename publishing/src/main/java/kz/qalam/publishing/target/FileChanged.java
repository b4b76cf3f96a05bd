package kz.qalam.publishing.target;

/** A file of the folder has just come into sight, changed or gone. */
public record FileChanged(String path) {}
