package kz.qalam.core.language.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.morphology.Endings;

/**
 * A newsroom's own spellings in Latin and Arabic letters, by the stems of words; they win over all that comes with Qalam. A
 * stem is met where suffixes of Kazakh follow it, or nothing ({@link Endings}). Immutable.
 */
public final class Exceptions {

    /** A newsroom without any. */
    public static final Exceptions NONE = new Exceptions(List.of());

    /**
     * How words with this stem are written.
     *
     * @param stem in Cyrillic letters; the suffixes behind it are spelt by the rules
     * @param latin what stands for the stem in Latin letters; absent: by the rules. Capitals of the word are kept, and so
     *        are its own
     * @param arabic what stands for it in Arabic letters, with the hamza if it has one; absent: by the rules
     * @param asIs whether the whole word stays in Cyrillic letters in every script
     */
    public record Entry(String stem, @Nullable String latin, @Nullable String arabic, boolean asIs) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Beginnings<Entry> beginnings = new Beginnings<>();

    private Exceptions(List<Entry> entries) {
        for (Entry entry : entries) {
            String stem = entry.stem().toLowerCase(Locale.ROOT);
            this.entries.put(stem, entry);
            beginnings.put(stem, entry);
        }
    }

    /** @param entries of two for one stem the later holds */
    public static Exceptions of(List<Entry> entries) {
        return entries.isEmpty() ? NONE : new Exceptions(entries);
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    Beginnings.@Nullable Found<Entry> find(char[] word, int length) {
        return entries.isEmpty() ? null : beginnings.find(word, length, Endings.shipped()::follow);
    }

    /** The entries that only one of the two has, or that say something else there. */
    public Exceptions differing(Exceptions others) {
        List<Entry> differing = new ArrayList<>();
        entries.forEach((stem, entry) -> {
            if (!entry.equals(others.entries.get(stem))) {
                differing.add(entry);
            }
        });
        others.entries.forEach((stem, entry) -> {
            if (!entries.containsKey(stem)) {
                differing.add(entry);
            }
        });
        return of(differing);
    }

    /** Whether some word of a text has one of the stems: no other text is written otherwise than without these entries. */
    public boolean touch(String text) {
        if (entries.isEmpty()) {
            return false;
        }
        Touch touch = new Touch();
        Walk.through(text, touch);
        return touch.touched;
    }

    private final class Touch extends Turning {

        private boolean touched;

        Touch() {
            super(Lexicon.NOTHING, Exceptions.this, null);
        }

        @Override
        @Nullable
        String own(Entry entry) {
            touched = true;
            return null;
        }

        @Override
        void written(String word, char[] small, int length, int letters, String written, StringBuilder out) {
            throw new IllegalStateException("nothing is written");
        }

        @Override
        void read(String word, char[] small, int length, Beginnings.@Nullable Found<String> found, StringBuilder out) {
            // What would be written is no matter
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exceptions others && entries.equals(others.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entries);
    }
}
