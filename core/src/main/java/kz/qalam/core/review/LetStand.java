package kz.qalam.core.review;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.proofing.Finding;

/** What stands in a story because someone let it stand, to be asked of each finding. */
public final class LetStand {

    /** Of a story that is not saved yet. */
    public static final LetStand NOTHING = new LetStand(List.of(), List.of(), List.of());

    private final Map<String, Stet> byGrounds = new HashMap<>();
    private final Set<String> required;

    /** @param required kinds that the story's desk wants settled: of these only what has a reason stands */
    LetStand(List<Stet> stets, List<String> grounds, List<String> required) {
        this.required = Set.copyOf(required);
        for (int i = 0; i < stets.size(); i++) {
            Stet stet = stets.get(i);
            if (stet.reason() != null || !this.required.contains(stet.kind())) {
                byGrounds.put(grounds.get(i), stet);
            }
        }
    }

    public boolean isEmpty() {
        return byGrounds.isEmpty();
    }

    /**
     * By whose word a finding stands; absent when it is to be marked.
     *
     * @param text in which its place is counted
     */
    public @Nullable Stet of(String text, Finding finding) {
        return byGrounds.isEmpty() ? null : byGrounds.get(Grounds.of(text, finding).digest());
    }

    boolean requires(Finding finding) {
        return required.contains(finding.kind().name().toLowerCase(Locale.ROOT));
    }
}
