package kz.qalam.core.style;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import kz.qalam.core.copy.PlainText;
import kz.qalam.core.language.Collation;
import kz.qalam.core.language.script.Exceptions.Entry;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Problem;

/** Entries of the exception lexicon: checked, put in order, and as the database keeps them. */
final class Entries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern STEM = Pattern.compile("[\\p{IsCyrillic}&&\\p{L}]{2,64}+");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}\\p{Nd} .'’ʼ-]++");
    private static final Pattern ARABIC = Pattern.compile("[\\p{IsArabic}\\p{M}\\p{Nd} .\u0674\u200c-]++");

    private Entries() {
    }

    /** @throws Invalid with the place of every problem, at most 50 */
    static List<Entry> checked(List<Entry> entries) {
        if (entries.size() > ExceptionLexicon.MOST) {
            throw Invalid.of("/entries", "too-many", ExceptionLexicon.MOST);
        }
        List<Problem> problems = new ArrayList<>();
        Map<String, Entry> checked = new LinkedHashMap<>();
        for (int i = 0; i < entries.size() && problems.size() < 50; i++) {
            String at = "/entries/" + i;
            try {
                Entry entry = checked(at, entries.get(i));
                if (checked.put(entry.stem(), entry) != null) {
                    problems.add(new Problem(at + "/stem", "repeated", List.of()));
                }
            } catch (Invalid wrong) {
                problems.addAll(wrong.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return checked.values().stream().sorted(Comparator.comparing(Entry::stem, Collation.KAZAKH)).toList();
    }

    private static Entry checked(String at, Entry entry) {
        String stem = PlainText.line(at + "/stem", entry.stem(), ExceptionLexicon.STEM);
        if (stem == null || !STEM.matcher(stem).matches()) {
            throw Invalid.of(at + "/stem", "not-stem");
        }
        String latin = written(at + "/latin", entry.latin(), LATIN, "not-latin");
        String arabic = written(at + "/arabic", entry.arabic(), ARABIC, "not-arabic");
        if (entry.asIs() == (latin != null || arabic != null)) {
            throw Invalid.of(at, "as-is-or-written");
        }
        return new Entry(stem.toLowerCase(Locale.ROOT), latin, arabic, entry.asIs());
    }

    private static @Nullable String written(String at, @Nullable String text, Pattern letters, String problem) {
        String line = PlainText.line(at, text, ExceptionLexicon.WRITTEN);
        if (line != null && !letters.matcher(line).matches()) {
            throw Invalid.of(at, problem);
        }
        return line;
    }

    static String json(List<Entry> entries) {
        ArrayNode array = JSON.createArrayNode();
        for (Entry entry : entries) {
            ObjectNode node = array.addObject().put("stem", entry.stem());
            if (entry.latin() != null) {
                node.put("latin", entry.latin());
            }
            if (entry.arabic() != null) {
                node.put("arabic", entry.arabic());
            }
            if (entry.asIs()) {
                node.put("asIs", true);
            }
        }
        return array.toString();
    }

    static List<Entry> read(String json) {
        try {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                entries.add(new Entry(node.path("stem").asText(), node.path("latin").textValue(),
                        node.path("arabic").textValue(), node.path("asIs").asBoolean()));
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
