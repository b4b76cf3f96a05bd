package kz.qalam.core.article;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Trial.Hit;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Excerpt;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.language.proofing.StyleBook;
import kz.qalam.core.language.proofing.StyleRule;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.style.HouseRules;

/**
 * Tries a house rule on real stories before it is put in force: on those that its writer may see, newest change first, some
 * at a time. Nothing is kept of it.
 */
@ApplicationScoped
public class Trials {

    /** So many stories are looked through at once. */
    public static final int STORIES = 100;

    /** After so many places it stops, behind the story in which that was. */
    public static final int HITS = 50;

    private final EntityManager entities;

    Trials(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Looks through the next {@value #STORIES} stories.
     *
     * @param word as the rule would have it
     * @param instead absent where the word is only to be marked
     * @param cursor where the last look ended; absent to begin
     * @throws NotPermitted to who may not write rules
     */
    @Transactional
    public Trial of(Actor actor, String word, @Nullable String instead, @Nullable String cursor) {
        if (!HouseRules.areOpenTo(actor)) {
            throw new NotPermitted();
        }
        StyleBook book = new StyleBook(List.of(new StyleRule(HouseRules.word(word),
                requireNonNullElse(PlainText.line("/instead", instead, HouseRules.INSTEAD), ""), "")));
        List<Tuple> stories = stories(actor, cursor);
        List<Hit> hits = new ArrayList<>();
        int looked = 0;
        for (Tuple row : stories.subList(0, Math.min(STORIES, stories.size()))) {
            hits.addAll(hits(row, book));
            looked++;
            if (hits.size() >= HITS) {
                break;
            }
        }
        if (looked == stories.size()) {
            return new Trial(hits, looked, null);
        }
        Tuple last = stories.get(looked - 1);
        return new Trial(hits, looked,
                new Cursor(last.get("changed_at", Instant.class), last.get("id", UUID.class)).toString());
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> stories(Actor actor, @Nullable String cursor) {
        Map<String, Object> parameters = new HashMap<>();
        String where = Articles.visible(actor, parameters);
        if (cursor != null) {
            Cursor from = Cursor.read(cursor);
            where += " and (a.changed_at, a.id) < (:changedAt, :id)";
            parameters.put("changedAt", from.at());
            parameters.put("id", from.id());
        }
        Query query = entities.createNativeQuery("""
                select a.id, a.headline, a.changed_at, r.bytes
                from article a join revision r on r.article = a.id and r.number = a.revision
                where a.revision > 0 and r.bytes is not null and """ + " " + where
                + " order by a.changed_at desc, a.id desc", Tuple.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(STORIES + 1).getResultList();
    }

    private static List<Hit> hits(Tuple row, StyleBook book) {
        Copy copy;
        try {
            copy = Copy.read(row.get("bytes", byte[].class));
        } catch (Invalid unreadable) {
            // An older schema's: it is no part of a trial
            return List.of();
        }
        List<Marked> marked = Marked.byRules(copy, book);
        if (marked.isEmpty()) {
            return List.of();
        }
        Map<String, Passage> passages = Marked.passages(copy);
        UUID story = row.get("id", UUID.class);
        String headline = row.get("headline", String.class);
        return marked.stream().limit(HITS).map(each -> {
            String text = requireNonNull(passages.get(each.pointer())).text();
            Finding finding = each.finding();
            Excerpt place = Excerpt.of(text, finding.start(), finding.end());
            return new Hit(story, headline, copy.language(), each.pointer(), place.before(), place.found(),
                    place.after(),
                    finding.repairs().isEmpty() ? null : finding.repairs().get(0));
        }).toList();
    }
}
