package kz.qalam.core.style;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Finding.Kind;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.language.proofing.Proofreading;
import kz.qalam.core.language.proofing.StyleBook;
import kz.qalam.core.refusal.Invalid;

/** Proofreading as this newsroom wants it. Nothing of what is read is kept. */
@ApplicationScoped
public class Proofs {

    /** UTF-16 units that are read at once. */
    public static final int MOST_CHARACTERS = 200_000;

    /** Passages that are read at once. */
    public static final int MOST_PASSAGES = 2_000;

    /** What the list of ignored words silences: the rest is no matter of a word. */
    private static final Set<Kind> OF_A_WORD = EnumSet.of(Kind.SPELLING, Kind.SCRIPTS, Kind.KEYBOARD, Kind.HARMONY);

    /** For up to so many words only what could be meant is asked for, for more the whole list. */
    private static final int FEW = 100;

    private final IgnoredWords ignored;

    Proofs(IgnoredWords ignored) {
        this.ignored = ignored;
    }

    /**
     * Proofreads a copy; one in another language than Kazakh has no findings.
     *
     * @throws Invalid when it has more than {@value #MOST_CHARACTERS} characters to read
     */
    @Transactional
    public List<Marked> of(Copy copy) {
        check("",
                Stream.concat(Stream.of(copy.headline(), copy.lead()), copy.body().stream().map(block -> block.text()))
                        .mapToInt(String::length));
        List<Marked> marked = Marked.in(copy, StyleBook.EMPTY);
        Forms known = known(marked.stream().map(Marked::finding));
        return marked.stream().filter(each -> !isIgnored(each.finding(), known)).toList();
    }

    /**
     * Proofreads pieces of a Kazakh text.
     *
     * @return of each passage, in the same order
     * @throws Invalid when there are more than {@value #MOST_PASSAGES} or more than {@value #MOST_CHARACTERS} characters
     */
    @Transactional
    public List<List<Finding>> of(List<Passage> passages) {
        if (passages.size() > MOST_PASSAGES) {
            throw Invalid.of("/passages", "too-many", MOST_PASSAGES);
        }
        check("/passages", passages.stream().mapToInt(passage -> passage.text().length()));
        List<List<Finding>> findings = Proofreading.shipped().findings(passages, StyleBook.EMPTY);
        Forms known = known(findings.stream().flatMap(List::stream));
        return findings.stream()
                .map(here -> here.stream().filter(finding -> !isIgnored(finding, known)).toList()).toList();
    }

    private static void check(String pointer, IntStream lengths) {
        if (lengths.asLongStream().sum() > MOST_CHARACTERS) {
            throw Invalid.of(pointer, "too-long", MOST_CHARACTERS);
        }
    }

    private Forms known(Stream<Finding> findings) {
        Set<String> found = findings.filter(Proofs::isOfAWord).map(Proofs::word).collect(Collectors.toSet());
        if (found.isEmpty()) {
            return new Forms(Set.of());
        }
        if (found.size() > FEW) {
            return new Forms(ignored.words());
        }
        return new Forms(ignored.among(found.stream().flatMap(word -> Forms.beginnings(word).stream()).distinct()
                .toList()));
    }

    private static boolean isIgnored(Finding finding, Forms known) {
        return isOfAWord(finding) && known.cover(word(finding));
    }

    private static boolean isOfAWord(Finding finding) {
        return OF_A_WORD.contains(finding.kind()) && !finding.args().isEmpty();
    }

    private static String word(Finding finding) {
        return finding.args().get(0);
    }
}
