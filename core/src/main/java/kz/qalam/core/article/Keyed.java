package kz.qalam.core.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A passage – a headline, a lead, a block – as it was analysed. Passages are remembered, so that of a story that is saved
 * again only the changed ones are read.
 *
 * @param forms its different forms
 * @param keys what stands in the index for them
 */
record Keyed(Set<String> forms, Set<String> keys, Sketch sketch) {

    /** Passages that are remembered, and how long they may be: some 20 MB. */
    private static final int REMEMBERED = 6_000;
    private static final int SHORT = 3_000;

    private static final Map<String, Keyed> KNOWN = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Keyed> eldest) {
            return size() > REMEMBERED;
        }
    };

    static Keyed of(String text) {
        if (text.length() > SHORT) {
            return read(text);
        }
        synchronized (KNOWN) {
            Keyed known = KNOWN.get(text);
            if (known != null) {
                return known;
            }
        }
        Keyed keyed = read(text);
        synchronized (KNOWN) {
            KNOWN.put(text, keyed);
        }
        return keyed;
    }

    private static Keyed read(String text) {
        Set<String> forms = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        List<String> run = new ArrayList<>();
        for (Keys.Place place : Keys.places(text, Keys.MOST_WORDS)) {
            List<String> these = Keys.of(place.form());
            run.add(these.get(0));
            if (forms.size() < Keys.MOST_FORMS && forms.add(place.form())) {
                keys.addAll(these);
            }
        }
        return new Keyed(forms, keys, Sketch.of(run));
    }
}
