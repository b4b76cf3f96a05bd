package kz.qalam.core.media;

import kz.qalam.core.darkroom.Format;

/** A finished file. @param digest in hex, its name for ever */
public record Rendition(int width, int height, Format format, String digest, byte[] bytes) {}
