package kz.qalam.core.media;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * A story that shows a picture.
 *
 * @param revision the newest of its revisions that does
 * @param version of the picture, the newest there
 * @param current whether the text that is being written shows it
 * @param live whether readers see it there now
 * @param planned whether something planned shows it
 * @param path where readers find the story; absent when it is not live
 */
public record PictureUse(UUID article, String headline, Language language, int revision, int version, boolean current,
        boolean live,
        boolean planned, @Nullable String path) {}
