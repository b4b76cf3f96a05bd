package kz.qalam.admin.pictures;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.NewsTime;
import kz.qalam.core.media.Licence;
import kz.qalam.core.media.PictureFile;
import kz.qalam.core.media.PictureUse;
import kz.qalam.core.media.PictureVersion;
import kz.qalam.core.staff.Desk;

/**
 * One picture.
 *
 * @param shown what stands in the fields: the newest version, or what was not accepted
 * @param theirs what somebody said meanwhile; absent unless they did
 * @param ended whether the newest licence has ended
 * @param desks where what is said of a picture that is not theirs can become a picture of their own
 */
record Sheet(PictureFile file, VersionForm shown, List<PictureUse> uses, boolean ended, List<Desk> desks,
        List<String> problems,
        @Nullable VersionForm theirs) {

    Sheet beside(VersionForm newest) {
        return new Sheet(file, shown, uses, ended, desks, problems, newest);
    }

    public PictureVersion newest() {
        return file.newest();
    }

    public List<Licence> licences() {
        return List.of(Licence.values());
    }

    /** The last day on which the newest version may be published; absent when it always may. */
    static @Nullable String lastDay(PictureVersion version) {
        return version.licenceEnd() == null
                ? null
                : LocalDate.ofInstant(version.licenceEnd().minusMillis(1), NewsTime.ALMATY).toString();
    }
}
