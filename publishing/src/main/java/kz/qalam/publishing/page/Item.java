package kz.qalam.publishing.page;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.RawString;

/**
 * A story in a list.
 *
 * @param lang the story's language, if it is not the list's
 * @param section in the list's language
 * @param moulds of stories that look like it in their lists
 */
record Item(String path, String headline, String lead, @Nullable String lang, @Nullable String section,
        Dates.Moment at, @Nullable String views, Shown.@Nullable Set picture, String alt,
        Function<Looks, Mould<ItemGap>> moulds) {

    /**
     * What decides how a story looks in a list.
     *
     * @param language the list's
     * @param lang the story's, if it is another
     * @param section what the list says of it, if anything
     * @param level its headline's
     */
    record Looks(Locale language, @Nullable String lang, @Nullable String section, int level, Set<ItemGap> filled) {

        public boolean has(ItemGap gap) {
            return filled.contains(gap);
        }
    }

    /**
     * @param showsLead its lead and its picture
     * @param level its headline's
     */
    public RawString set(boolean showsLead, boolean showsSection, int level) {
        return set(showsLead, showsSection, showsLead ? picture : null, level);
    }

    /** With its lead and its section, and without its picture. */
    public RawString words(int level) {
        return set(true, true, null, level);
    }

    private RawString set(boolean showsLead, boolean showsSection, Shown.@Nullable Set shown, int level) {
        var fillings = new Fillings<>(ItemGap.class);
        fillings.text(ItemGap.PATH, path);
        fillings.text(ItemGap.HEADLINE, headline);
        fillings.text(ItemGap.LEAD, showsLead ? lead : null);
        fillings.html(ItemGap.MACHINE, at.machine());
        fillings.text(ItemGap.FULL, at.full());
        fillings.text(ItemGap.BRIEF, at.brief());
        if (shown != null) {
            fillings.text(ItemGap.WEBP, shown.webp());
            fillings.text(ItemGap.JPEG, shown.jpeg());
            fillings.text(ItemGap.SRC, shown.src());
            fillings.html(ItemGap.WIDTH, Integer.toString(shown.width()));
            fillings.html(ItemGap.HEIGHT, Integer.toString(shown.height()));
        }
        var looks = new Looks(at.dates().language(), lang, showsSection ? section : null, level, fillings.filled());
        return new RawString(moulds.apply(looks).filled(fillings));
    }
}
