package kz.qalam.core.darkroom;

/** A finished file of one frame of a picture, drawn anew: no place, no camera, no name in it. */
public record Print(Frame frame, int width, int height, Format format, byte[] bytes) {}
