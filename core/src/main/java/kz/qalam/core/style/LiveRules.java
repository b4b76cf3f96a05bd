package kz.qalam.core.style;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import kz.qalam.core.language.proofing.StyleBook;
import kz.qalam.core.language.proofing.StyleRule;

/** The rules in force, as this process knows them: read once, and again when the book has turned a page. */
@ApplicationScoped
class LiveRules {

    /** So old may what it knows be. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Session entities;
    private volatile Known known = new Known(-1, StyleBook.EMPTY, 0);

    /** @param at when it was last asked whether this still is the book, by {@link System#nanoTime} */
    private record Known(long version, StyleBook book, long at) {}

    LiveRules(Session entities) {
        this.entities = entities;
    }

    /** Within a transaction. */
    StyleBook book() {
        Known now = known;
        long at = System.nanoTime();
        if (now.version() >= 0 && at - now.at() < FRESH.toNanos()) {
            return now.book();
        }
        long version = ((Number) entities.createNativeQuery("select version from style_book").getSingleResult())
                .longValue();
        // Read after its number: a page that turns between the two is read again the next time.
        StyleBook book = version == now.version() ? now.book() : new StyleBook(rules());
        known = new Known(version, book, at);
        return book;
    }

    /** Which page of the book is open; within a transaction. */
    long version() {
        book();
        return known.version();
    }

    private List<StyleRule> rules() {
        List<?> rows = entities.createNativeQuery("""
                select r.word, v.instead, v.reason from style_rule r
                  join style_rule_version v on v.word = r.word and v.number = r.live_version
                where r.live_version is not null""", Tuple.class).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> new StyleRule(row.get("word", String.class),
                row.get("instead", String.class), row.get("reason", String.class))).toList();
    }
}
