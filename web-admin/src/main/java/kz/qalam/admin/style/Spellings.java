package kz.qalam.admin.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.script.Exceptions.Entry;
import kz.qalam.core.style.LexiconVersion;
import kz.qalam.core.style.Spelt;

/**
 * The exception lexicon as its page shows it.
 *
 * @param live what readers see
 * @param newest what stands written
 * @param isWritten whether whoever looks may write it
 * @param isApproved whether they may approve the newest version or send it back
 * @param typed what stands in the form
 * @param text what was to be tried
 * @param spelt how it would be written; absent when nothing was
 */
record Spellings(LexiconVersion live, LexiconVersion newest, List<LexiconVersion> versions, boolean isWritten,
        boolean isApproved, Typed typed, String text, @Nullable Spelt spelt, List<String> problems) {

    static final Entry NOTHING = new Entry("", null, null, false);

    /** @param replaces the stem of the entry that this is to take the place of; empty for a new one */
    record Typed(Entry entry, String replaces) {
        static final Typed NOTHING = new Typed(Spellings.NOTHING, "");
    }

    /** A version with what it changed. */
    record Step(LexiconVersion version, List<Change> changes) {}

    /** @param before absent for a new one. @param after absent where it goes */
    record Change(@Nullable Entry before, @Nullable Entry after) {

        public Entry entry() {
            return after != null ? after : before != null ? before : NOTHING;
        }
    }

    /** Whether a draft stands there that would change something. */
    public boolean isDrafted() {
        return !newest.entries().equals(live.entries());
    }

    /** What an approval would change, by the alphabet. */
    public List<Change> changes() {
        return changes(live, newest);
    }

    /** All but the last of the versions that were read, each beside the one before it; the very first beside nothing. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            LexiconVersion version = versions.get(i);
            if (i + 1 < versions.size()) {
                steps.add(new Step(version, changes(versions.get(i + 1), version)));
            } else if (version.number() == 1) {
                steps.add(new Step(version, changes(List.of(), version.entries())));
            }
        }
        return steps;
    }

    private static List<Change> changes(LexiconVersion from, LexiconVersion to) {
        return changes(from.entries(), to.entries());
    }

    private static List<Change> changes(List<Entry> from, List<Entry> to) {
        Map<String, Entry> before = new HashMap<>();
        from.forEach(entry -> before.put(entry.stem(), entry));
        List<Change> changes = new ArrayList<>();
        for (Entry entry : to) {
            Entry was = before.remove(entry.stem());
            if (!entry.equals(was)) {
                changes.add(new Change(was, entry));
            }
        }
        from.stream().filter(entry -> before.containsKey(entry.stem()))
                .forEach(entry -> changes.add(new Change(entry, null)));
        return changes;
    }
}
