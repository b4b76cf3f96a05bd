package kz.qalam.launcher.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import kz.qalam.core.language.morphology.Analyser;
import kz.qalam.core.language.proofing.Spelling;
import kz.qalam.core.language.script.Arabic;
import kz.qalam.core.language.script.Latin;

/** What the language tools cost, on recombined news; {@code ./qalam bench language} runs it. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LanguageSpeed {

    private static final int WORDS = 500;
    private static final Pattern WORD = Pattern.compile("\\p{IsCyrillic}{3,}");
    private static final String LETTERS = "аәбвгғдежзийкқлмнңоөпрстуұүхшыі";

    @Param("1")
    public long seed;

    private final Analyser analyser = Analyser.shipped();
    private final Spelling spelling = Spelling.shipped();
    private final Latin latin = Latin.usual();
    private final Arabic arabic = Arabic.usual();
    private String[] forms = new String[0];
    private String[] typos = new String[0];
    private String story = "";
    private int form;
    private int typo;

    @Setup
    public void read() {
        Random random = new Random(seed);
        Paragraphs paragraphs = new Paragraphs(seed);
        Set<String> seen = new LinkedHashSet<>();
        StringBuilder words = new StringBuilder();
        int count = 0;
        for (int number = 0; number < 300; number++) {
            for (String text : paragraphs.copy(number, "").path("body").path("content").findValuesAsText("text")) {
                Matcher found = WORD.matcher(text);
                while (found.find()) {
                    seen.add(found.group());
                }
                for (String word : text.split("\\s+", -1)) {
                    if (count < WORDS) {
                        words.append(word).append(' ');
                        count++;
                    }
                }
            }
        }
        List<String> shuffled = new ArrayList<>(seen);
        Collections.shuffle(shuffled, random);
        forms = shuffled.toArray(String[]::new);
        typos = shuffled.stream().map(word -> slipped(word.toLowerCase(Locale.ROOT), random))
                .filter(word -> !spelling.accepts(word)).toArray(String[]::new);
        story = words.toString();
    }

    /** A letter left out, doubled, swapped with the next or taken for another. */
    private static String slipped(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + word.charAt(at) + word.charAt(at) + after;
            case 2 -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> before + LETTERS.charAt(random.nextInt(LETTERS.length())) + after;
        };
    }

    /** One word, of all different forms in turn. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public String analysis() {
        form = form + 1 == forms.length ? 0 : form + 1;
        return analyser.key(forms[form]);
    }

    /** One word with a slip, of all in turn. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<String> suggestion() {
        typo = typo + 1 == typos.length ? 0 : typo + 1;
        return spelling.suggestions(typos[typo]);
    }

    /** 500 words in their other two scripts. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public int scripts() {
        return latin.of(story).length() + arabic.of(story).length();
    }
}
