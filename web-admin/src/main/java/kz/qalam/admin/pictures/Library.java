package kz.qalam.admin.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.media.PicturePage;
import kz.qalam.core.staff.Desk;

/**
 * A part of the library.
 *
 * @param words by which it was narrowed
 * @param desks where whoever looks may bring pictures
 * @param problems why a file was not taken
 */
record Library(PicturePage page, @Nullable String words, List<Desk> desks, List<String> problems) {

    public boolean mayBring() {
        return !desks.isEmpty();
    }

    /** The address of the part that follows. */
    public String more() {
        return "/pictures?cursor=" + page.next() + (words == null ? "" : "&q=" + URLEncoder.encode(words, UTF_8));
    }
}
