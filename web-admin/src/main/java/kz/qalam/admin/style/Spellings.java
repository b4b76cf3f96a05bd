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
 * @param isApproved whether they may approve the newest version
 * @param typed what stands in the form
 * @param text what was to be tried
 * @param spelt how it would be written; absent when nothing was
 */
record Spellings(LexiconVersion live, LexiconVersion newest, List<LexiconVersion> versions, boolean isWritten,
        boolean isApproved, Entry typed, String text, @Nullable Spelt spelt, List<String> problems) {

    static final Entry NOTHING = new Entry("", null, null, false);

    /** @param before absent for a new one. @param after absent where it goes */
    record Change(@Nullable Entry before, @Nullable Entry after) {

        public Entry entry() {
            return after != null ? after : before != null ? before : NOTHING;
        }
    }

    /** Whether a draft waits for a second person. */
    public boolean isWaiting() {
        return newest.number() != live.number();
    }

    /** What an approval would change, by the alphabet. */
    public List<Change> changes() {
        Map<String, Entry> before = new HashMap<>();
        live.entries().forEach(entry -> before.put(entry.stem(), entry));
        List<Change> changes = new ArrayList<>();
        for (Entry entry : newest.entries()) {
            Entry was = before.remove(entry.stem());
            if (!entry.equals(was)) {
                changes.add(new Change(was, entry));
            }
        }
        live.entries().stream().filter(entry -> before.containsKey(entry.stem()))
                .forEach(entry -> changes.add(new Change(entry, null)));
        return changes;
    }
}
