package kz.qalam.core.style;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;

/** Proofreading as this newsroom wants it. Nothing of what is read is kept. */
@ApplicationScoped
public class Proofreader {

    /** UTF-16 units that are read at once. */
    public static final int MOST_CHARACTERS = 200_000;

    /** Passages that are read at once. */
    public static final int MOST_PASSAGES = 2_000;

    /** What the list of ignored words silences: the rest is no matter of a word. */
    private static final Set<Kind> OF_A_WORD = EnumSet.of(Kind.SPELLING, Kind.SCRIPTS, Kind.KEYBOARD, Kind.HARMONY);

    /** For up to so many words only what could be meant is asked for, for more the whole list. */
    private static final int FEW = 100;

    private final IgnoredWords ignored;
    private final LiveRules rules;
    private final StyleHits hits;

    Proofreader(IgnoredWords ignored, LiveRules rules, StyleHits hits) {
        this.ignored = ignored;
        this.rules = rules;
        this.hits = hits;
    }

    /**
     * Proofreads a copy for its writer; one in another language than Kazakh has no findings.
     *
     * @throws Invalid when it has more than {@value #MOST_CHARACTERS} characters to read
     */
    @Transactional
    public List<Marked> of(Actor writer, Copy copy) {
        List<Marked> marked = of(copy);
        marked.forEach(each -> meets(writer, each.finding()));
        return marked;
    }

    /** The same without a writer who would meet the rules of the book. */
    @Transactional
    public List<Marked> of(Copy copy) {
        check("", lengths(copy));
        return whole(copy);
    }

    private List<Marked> whole(Copy copy) {
        List<Marked> marked = Marked.in(copy, rules.book());
        Forms known = known(marked.stream().map(Marked::finding));
        return marked.stream().filter(each -> !isIgnored(each.finding(), known)).toList();
    }

    /** Whether a copy has no more than {@value #MOST_CHARACTERS} characters to read. */
    public static boolean reads(Copy copy) {
        return lengths(copy).asLongStream().sum() <= MOST_CHARACTERS;
    }

    private static IntStream lengths(Copy copy) {
        return Marked.passages(copy).values().stream().mapToInt(passage -> passage.text().length());
    }

    /**
     * What a desk wants settled before this copy is submitted and is not: findings of the kinds that it names, in the order
     * of the text. A word that the newsroom ignores is settled, and so is one under a mark of another language. A copy of any
     * length is read: one that is too long to be proofread as it is written must still go to review.
     */
    @Transactional
    public List<Marked> unsettled(Desk desk, Copy copy) {
        return desk.settled().isEmpty()
                ? List.of()
                : whole(copy).stream()
                        .filter(each -> desk.settled().contains(each.finding().kind().name().toLowerCase(Locale.ROOT)))
                        .toList();
    }

    /**
     * Proofreads pieces of a Kazakh text for its writer.
     *
     * @return of each passage, in the same order
     * @throws Invalid when there are more than {@value #MOST_PASSAGES} or more than {@value #MOST_CHARACTERS} characters
     */
    @Transactional
    public List<List<Finding>> of(Actor writer, List<Passage> passages) {
        if (passages.size() > MOST_PASSAGES) {
            throw Invalid.of("/passages", "too-many", MOST_PASSAGES);
        }
        check("/passages", passages.stream().mapToInt(passage -> passage.text().length()));
        List<List<Finding>> findings = Proofreading.shipped().findings(passages, rules.book());
        Forms known = known(findings.stream().flatMap(List::stream));
        findings.forEach(here -> here.forEach(finding -> meets(writer, finding)));
        return findings.stream()
                .map(here -> here.stream().filter(finding -> !isIgnored(finding, known)).toList()).toList();
    }

    /** By what it reads now: another one when a rule or an ignored word has changed, and so what was read is to be read anew. */
    @Transactional
    public String version() {
        return rules.version() + "/" + ignored.version();
    }

    private void meets(Actor writer, Finding finding) {
        if (finding.kind() == Kind.STYLE) {
            hits.meets(writer.person(), word(finding));
        }
    }

    private static void check(String pointer, IntStream lengths) {
        if (lengths.asLongStream().sum() > MOST_CHARACTERS) {
            throw Invalid.of(pointer, "too-long", MOST_CHARACTERS);
        }
    }

    private Forms known(Stream<Finding> findings) {
        Set<String> found = findings.filter(Proofreader::isOfAWord).map(Proofreader::word).collect(Collectors.toSet());
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
