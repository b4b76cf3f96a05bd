package kz.qalam.publishing.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import kz.qalam.core.language.search.StoryAnalyzer;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Sought;
import kz.qalam.publishing.page.Sought.State;
import kz.qalam.publishing.target.Layout;

/**
 * Finds what is sought. The index says which stories it may be, and what they say; the database, which of them are live, and
 * whether that is still what they say; the site's folder, which of them can be opened.
 */
@Singleton
class Finding {
    private static final int MOST_QUESTIONS = 2_000;
    private static final int MOST_WORDS = 5_000;

    private final Indexing indexing;
    private final Ledger ledger;
    private final Language language;
    private final SearchConfig config;
    private final Path site;
    private final Cache<String, Question> questions = Caffeine.newBuilder().maximumSize(MOST_QUESTIONS)
            .executor(Runnable::run).build();

    Finding(Indexing indexing, Ledger ledger, Language language, SearchConfig config,
            @ConfigProperty(name = "qalam.site.folder") Path site) {
        this.indexing = indexing;
        this.ledger = ledger;
        this.language = language;
        this.config = config;
        this.site = site;
    }

    private record Question(BooleanQuery query, Marking marking, @Nullable String meant) {}

    /** Never fails for what was asked; says so when the index or the database is away. */
    Sought find(Asked asked) throws IOException {
        var fault = asked.fault();
        if (fault != null) {
            return told(asked, fault == Asked.Fault.TOO_LONG ? State.TOO_LONG : State.UNCLEAR);
        }
        if (asked.words().isEmpty()) {
            return told(asked, State.EMPTY);
        }
        var index = indexing.index();
        if (index == null) {
            return told(asked, State.AWAY);
        }
        var question = questions.get(asked.words(), words -> {
            var query = language.query().of(words);
            return new Question(query, new Marking(query), language.query().meant(words).orElse(null));
        });
        var found = index.search(question.query(), question.marking(), saying(asked.section()), asked.notBefore(),
                asked.before(), Instant.now(), (asked.page() - 1) * Asked.PAGE, Asked.PAGE, config.most());
        if (found.timedOut()) {
            return told(asked, State.BUSY);
        }
        try {
            var hits = hits(found.stories());
            return new Sought(asked.words(), asked.section(), asked.from(), asked.to(), asked.page(),
                    hits.isEmpty() ? State.NONE : State.FOUND, hits, found.total(), found.more(),
                    !indexing.complete(), meant(index, asked.words(), question.meant()),
                    asked.page() < Asked.LAST_PAGE && (found.more() || found.total() > asked.page() * Asked.PAGE));
        } catch (SQLException e) {
            return told(asked, State.AWAY);
        }
    }

    /** By which slug a section goes now, that the index knows by another. */
    private @Nullable String called(@Nullable String said) {
        var section = Section.meant(indexing.sections(), said);
        return section == null ? said : section.slug();
    }

    /** By which slugs the index may know what is in a section: it is not made anew when sections become one. */
    private @Nullable Set<String> saying(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        var said = new HashSet<>(Set.of(asked));
        indexing.sections().stream().filter(section -> section.slug().equals(asked))
                .forEach(section -> said.addAll(section.others()));
        return said;
    }

    /** A page without stories. */
    Sought told(Asked asked, State state) {
        return new Sought(asked.words(), asked.section(), asked.from(), asked.to(), asked.page(), state, List.of(), 0,
                false, !indexing.complete(), null, false);
    }

    /** A live story that tells of the same as another. */
    record Kin(String path, String headline, Instant at) {}

    /**
     * What else the paper has on what a story tells, in its language; empty when nothing is live there.
     *
     * @param path in Cyrillic's own edition
     */
    List<Kin> related(String path, int most) throws IOException, SQLException {
        var index = indexing.index();
        var line = ledger.live(path);
        var text = index == null || line == null ? null : index.story(line.article());
        // The index may not have come to it yet
        if (index == null || line == null || text == null || text.release() != line.number()) {
            return List.of();
        }
        var counts = new HashMap<String, Integer>();
        words(text.headline() + "\n" + text.text()).stream().limit(MOST_WORDS)
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        // some may be withdrawn by now, or in the other language
        var near = index.related(text.article(), counts, 3 * most, config.most());
        var standing = ledger.standing(near.stream().map(StoryIndex.Story::article).toList());
        var kin = new ArrayList<Kin>();
        for (var told : near) {
            if (kin.size() < most && told.language() == text.language() && isOpen(told, standing)) {
                kin.add(new Kin(told.path(), told.headline(), told.at()));
            }
        }
        return kin;
    }

    /**
     * The index lags behind by as long as it follows a release: what it says of an earlier one is not shown.
     *
     * @param standing the live release of each story
     */
    private boolean isOpen(StoryIndex.Story story, Map<UUID, Long> standing) {
        return Objects.equals(story.release(), standing.get(story.article()))
                && Files.exists(site.resolve(story.path().substring(1) + Layout.PAGE));
    }

    private List<Sought.Hit> hits(List<StoryIndex.Candidate> candidates) throws SQLException {
        var standing = ledger.standing(candidates.stream().map(candidate -> candidate.story().article()).toList());
        return candidates.stream().filter(candidate -> isOpen(candidate.story(), standing)).map(candidate -> {
            var story = candidate.story();
            return new Sought.Hit(story.path(), story.language(), called(story.section()), story.at(),
                    Telling.line(story.headline(), candidate.inHeadline()),
                    Telling.passage(story.text(), candidate.inText()));
        }).toList();
    }

    /** What was probably meant, where the paper has no such word as was written and has every one that was meant. */
    private @Nullable String meant(StoryIndex index, String words, @Nullable String meant) throws IOException {
        return meant == null || knowsAll(index, words) || !knowsAll(index, meant) ? null : meant;
    }

    private boolean knowsAll(StoryIndex index, String text) throws IOException {
        for (var word : words(text)) {
            if (!index.knows(new Term("text" + StoryAnalyzer.KEY, word))
                    && !index.knows(new Term("title" + StoryAnalyzer.KEY, word))) {
                return false;
            }
        }
        return true;
    }

    private List<String> words(String text) throws IOException {
        var all = new ArrayList<String>();
        try (var words = language.analyzer().tokenStream("text" + StoryAnalyzer.KEY, text)) {
            var term = words.getAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                all.add(term.toString());
            }
            words.end();
        }
        return all;
    }
}
