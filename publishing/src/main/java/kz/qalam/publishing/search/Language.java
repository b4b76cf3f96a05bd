package kz.qalam.publishing.search;

import java.util.List;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import kz.qalam.core.language.search.Keys;
import kz.qalam.core.language.search.StoryAnalyzer;
import kz.qalam.core.language.search.StoryQuery;

/** How words are parted: most words of a story were parted before, in another one. */
@Singleton
class Language {
    private static final int MOST_WORDS = 100_000;
    private static final int MOST_ASKED = 20_000;

    private final Keys shipped = Keys.shipped();
    private final Cache<String, List<String>> known = Caffeine.newBuilder().maximumSize(MOST_WORDS).build();
    private final StoryAnalyzer analyzer = new StoryAnalyzer(this::keys);
    private final Cache<String, StoryQuery.Meaning> meant = Caffeine.newBuilder().maximumSize(MOST_ASKED).build();
    private final StoryQuery query = new StoryQuery(analyzer, this::keys, this::meant);

    private List<String> keys(String word) {
        return known.get(word, shipped::of);
    }

    private StoryQuery.Meaning meant(String word) {
        return meant.get(word, StoryQuery::probably);
    }

    StoryAnalyzer analyzer() {
        return analyzer;
    }

    StoryQuery query() {
        return query;
    }
}
