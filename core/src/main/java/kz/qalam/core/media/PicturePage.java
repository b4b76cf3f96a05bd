package kz.qalam.core.media;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of the list. @param next where the next part begins; absent at the end */
public record PicturePage(List<PictureLine> lines, @Nullable String next) {}
