package kz.qalam.admin.pictures;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Asked;
import kz.qalam.core.media.LicenceTerm;
import kz.qalam.core.media.PicturePage;
import kz.qalam.core.staff.Desk;

/**
 * A part of the library.
 *
 * @param words by which it was narrowed
 * @param term by which it was narrowed
 * @param desks where whoever looks may bring pictures
 * @param problems why a file was not taken
 */
record Library(PicturePage page, @Nullable String words, @Nullable LicenceTerm term, List<Desk> desks,
        List<String> problems) {

    public boolean mayBring() {
        return !desks.isEmpty();
    }

    public boolean isNarrowed() {
        return words != null || term != null;
    }

    public List<LicenceTerm> terms() {
        return List.of(LicenceTerm.values());
    }

    /** The address of the part that follows. */
    public String more() {
        return "/pictures?" + new Asked().and("cursor", page.next()).and("q", words)
                .and("licence", term == null ? null : term.name());
    }
}
