package kz.qalam.core.language;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import kz.qalam.core.language.morphology.Analyser;
import kz.qalam.core.language.morphology.Inflector;
import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Hyphenation;
import kz.qalam.core.language.proofing.Proofreading;
import kz.qalam.core.language.proofing.SentenceLanguage;
import kz.qalam.core.language.proofing.Spelling;
import kz.qalam.core.language.proofing.Typography;
import kz.qalam.core.language.proofing.WrongLetters;
import kz.qalam.core.language.script.Alphabet;
import kz.qalam.core.language.script.Arabic;
import kz.qalam.core.language.script.Cyrillic;
import kz.qalam.core.language.script.Latin;
import kz.qalam.core.language.search.Keys;
import kz.qalam.core.language.search.StorySearch;

/** Every {@link LineTool} there is, by its key. One more is one more line here; nothing of it is loaded before it is asked for. */
public final class LineTools {

    /**
     * @param options the names of the options that it takes, without dashes, and their values
     * @param readsFiles whether it takes files
     */
    private record Entry(Map<String, Set<String>> options, boolean readsFiles,
            BiFunction<Map<String, String>, List<Path>, LineTool> opened) {}

    private static final Map<String, Entry> ENTRIES = new TreeMap<>();

    static {
        plain("arabic", () -> Arabic.usual()::of);
        plain("cyrillic", () -> Cyrillic::of);
        plain("hyphenate", () -> line -> Hyphenation.of(line, '-'));
        plain("inflect", () -> Inflector.shipped()::answer);
        plain("keys", () -> Analyser.shipped()::answer);
        plain("language", () -> SentenceLanguage::of);
        withOptions("latin", Map.of("alphabet", Alphabet.names()), LineTools::latin);
        plain("proof", () -> line -> Finding.json(Proofreading.shipped().findings(line)));
        plain("repair", () -> WrongLetters::repaired);
        withFiles("search", files -> StorySearch.over(files, Keys.shipped()));
        plain("slug", () -> Slug::of);
        plain("sort", Sorted::new);
        plain("spell", () -> Spelling.shipped()::told);
        plain("typography", () -> Typography::of);
    }

    private LineTools() {
    }

    private static LineTool latin(Map<String, String> options) {
        Alphabet alphabet = Alphabet.named(options.getOrDefault("alphabet", Alphabet.APRIL_2021.named())).orElseThrow();
        return Latin.in(alphabet)::of;
    }

    private static void plain(String key, Supplier<LineTool> tool) {
        ENTRIES.put(key, new Entry(Map.of(), false, (options, files) -> tool.get()));
    }

    private static void withOptions(String key, Map<String, Set<String>> options,
            Function<Map<String, String>, LineTool> tool) {
        ENTRIES.put(key, new Entry(options, false, (given, files) -> tool.apply(given)));
    }

    private static void withFiles(String key, Function<List<Path>, LineTool> tool) {
        ENTRIES.put(key, new Entry(Map.of(), true, (options, files) -> tool.apply(files)));
    }

    /** The keys of all tools, in order. */
    public static Set<String> keys() {
        return new TreeSet<>(ENTRIES.keySet());
    }

    /** Whether the tool reads files of the machine, and so is for the command line alone. */
    public static boolean readsFiles(String key) {
        Entry entry = ENTRIES.get(key);
        return entry != null && entry.readsFiles();
    }

    /** The values that a tool's options may have, joined by commas; empty if it has none. */
    public static String values(String key) {
        Entry entry = ENTRIES.get(key);
        return entry == null
                ? ""
                : entry.options().values().stream().flatMap(Set::stream).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Readies a tool; it may be used by one thread at a time.
     *
     * @param options by name, without dashes
     * @throws UnknownTool if there is none by this key, or it does not take these options or files
     */
    public static LineTool open(String key, Map<String, String> options, List<Path> files) throws UnknownTool {
        Entry entry = ENTRIES.get(key);
        if (entry == null) {
            throw new UnknownTool(UnknownTool.Part.KEY, key);
        }
        for (Map.Entry<String, String> given : options.entrySet()) {
            Set<String> values = entry.options().get(given.getKey());
            if (values == null) {
                throw new UnknownTool(UnknownTool.Part.OPTION, given.getKey());
            }
            if (!values.contains(given.getValue())) {
                throw new UnknownTool(UnknownTool.Part.VALUE, given.getValue());
            }
        }
        for (Path file : files) {
            if (!entry.readsFiles() || !Files.isReadable(file)) {
                throw new UnknownTool(UnknownTool.Part.FILE, file.toString());
            }
        }
        return entry.opened().apply(options, files);
    }
}
