package kz.qalam.core.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import kz.qalam.core.copy.Characters;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

/** Makes text such as copy takes: NFC, without the characters that it refuses. Remembers which it took away. */
final class Cleaning {

    private final Set<Integer> removed = new TreeSet<>();

    /**
     * The text as copy takes it; a tab is a space.
     *
     * @throws UnreadableImport when a letter of it bears marks without end
     */
    String clean(String text) {
        refuseOverload(text);
        String spaced = text.replace('\t', ' ');
        if (spaced.codePoints().anyMatch(Characters::isRefused)) {
            StringBuilder kept = new StringBuilder(spaced.length());
            spaced.codePoints().forEach(character -> {
                if (Characters.isRefused(character)) {
                    removed.add(character);
                } else {
                    kept.appendCodePoint(character);
                }
            });
            spaced = kept.toString();
        }
        return Normalizer.normalize(spaced, Normalizer.Form.NFC);
    }

    static void refuseOverload(String text) {
        if (Characters.overloaded(text) >= 0) {
            throw new UnreadableImport(Reason.NOT_TEXT);
        }
    }

    List<Remark> remarks() {
        return removed.isEmpty()
                ? List.of()
                : List.of(new Remark("removed", removed.stream().map(character -> String.format("U+%04X", character))
                        .collect(Collectors.joining(", "))));
    }
}
