package kz.qalam.admin.pictures;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import jakarta.ws.rs.FormParam;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.darkroom.Frame;
import kz.qalam.core.language.NewsTime;
import kz.qalam.core.media.Description;
import kz.qalam.core.media.Licence;
import kz.qalam.core.media.PictureVersion;
import kz.qalam.core.refusal.Invalid;

/** What a person says of a picture. Places are in percent of the picture, as a person reads them. */
public class VersionForm {

    @FormParam("frame-x")
    @Nullable
    public String frameX;

    @FormParam("frame-y")
    @Nullable
    public String frameY;

    @FormParam("frame-w")
    @Nullable
    public String frameW;

    @FormParam("frame-h")
    @Nullable
    public String frameH;

    @FormParam("focus-x")
    @Nullable
    public String focusX;

    @FormParam("focus-y")
    @Nullable
    public String focusY;

    @FormParam("alt")
    @Nullable
    public String alt;

    @FormParam("credit")
    @Nullable
    public String credit;

    @FormParam("licence")
    @Nullable
    public String licence;

    @FormParam("terms")
    @Nullable
    public String terms;

    @FormParam("licence-last-day")
    @Nullable
    public String lastDay;

    /** The version that stood on the page. */
    @FormParam("base")
    @Nullable
    public Integer base;

    static VersionForm of(PictureVersion version) {
        VersionForm form = new VersionForm();
        form.base = version.number();
        form.frameX = percent(version.frame().x());
        form.frameY = percent(version.frame().y());
        form.frameW = percent(version.frame().w());
        form.frameH = percent(version.frame().h());
        form.focusX = percent(version.focusX());
        form.focusY = percent(version.focusY());
        form.alt = version.alt();
        form.credit = version.credit();
        form.licence = version.licence().name();
        form.terms = version.terms();
        form.lastDay = Sheet.lastDay(version);
        return form;
    }

    Description description() {
        int x = place(frameX, 0);
        int y = place(frameY, 0);
        return new Description(
                new Frame(x, y, Math.min(place(frameW, Frame.WHOLE_SIDE), Frame.WHOLE_SIDE - x),
                        Math.min(place(frameH, Frame.WHOLE_SIDE), Frame.WHOLE_SIDE - y)),
                place(focusX, Frame.WHOLE_SIDE / 2), place(focusY, Frame.WHOLE_SIDE / 2), alt, credit,
                Arrays.stream(Licence.values()).filter(each -> each.name().equals(licence)).findFirst()
                        .orElse(Licence.OWN),
                terms, end());
    }

    private @Nullable Instant end() {
        try {
            return lastDay == null || lastDay.isBlank()
                    ? null
                    : LocalDate.parse(lastDay.strip()).plusDays(1).atStartOfDay(NewsTime.ALMATY).toInstant();
        } catch (DateTimeException e) {
            throw Invalid.of("/licence-last-day", "bad-day");
        }
    }

    private static int place(@Nullable String percent, int unsaid) {
        try {
            return percent == null || percent.isBlank()
                    ? unsaid
                    : Math.max(0, Math.min((int) Math.round(Double.parseDouble(percent) * 100), Frame.WHOLE_SIDE));
        } catch (NumberFormatException e) {
            throw Invalid.of("/frame", "bad-frame");
        }
    }

    private static String percent(int place) {
        return place % 100 == 0 ? Integer.toString(place / 100) : Double.toString(place / 100.0);
    }
}
