package kz.qalam.core.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.core.article.Article;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stories;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Staff;
import kz.qalam.core.style.Proofreader;

/** Reading what was let stand in a story: whoever may read the story reads it. */
@ApplicationScoped
public class Stets {

    private final Stories stories;
    private final Staff staff;
    private final Proofreader proofreader;
    private final EntityManager entities;

    Stets(Stories stories, Staff staff, Proofreader proofreader, EntityManager entities) {
        this.stories = stories;
        this.staff = staff;
        this.proofreader = proofreader;
        this.entities = entities;
    }

    /** What was let stand, in the order of a text, and where it stands there. */
    public record Placed(Stet stet, List<Marked> places) {}

    /** Of a story, to be asked of each finding in a text of it. */
    @Transactional
    public LetStand of(Actor actor, UUID article) {
        Article story = stories.get(article);
        Move.READ.guard(actor, story);
        return stood(article, staff.desk(story.desk()));
    }

    /**
     * What was let stand in a story and stands in this text of it, and then what stands nowhere in it; of a text longer than
     * the proofreader reads nothing is said to stand in it.
     */
    @Transactional
    public List<Placed> in(Actor actor, UUID article, Copy copy) {
        Move.READ.guard(actor, stories.get(article));
        List<Row> rows = rows(article);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<Marked>> places = new LinkedHashMap<>();
        Map<String, Passage> passages = Marked.passages(copy);
        for (Marked marked : Proofreader.reads(copy) ? proofreader.of(copy) : List.<Marked>of()) {
            places.computeIfAbsent(grounds(passages, marked), unknown -> new ArrayList<>()).add(marked);
        }
        Map<String, Row> byGrounds = new LinkedHashMap<>();
        rows.forEach(row -> byGrounds.put(row.grounds(), row));
        Set<String> order = new LinkedHashSet<>(places.keySet());
        order.retainAll(byGrounds.keySet());
        order.addAll(byGrounds.keySet());
        return order.stream().map(
                each -> new Placed(requireNonNull(byGrounds.get(each)).stet(), places.getOrDefault(each, List.of())))
                .toList();
    }

    /**
     * What a story's desk wants settled before this copy is submitted and is not, in the order of the text. What was let
     * stand is settled, and so is a word that the newsroom ignores.
     */
    @Transactional
    public List<Marked> unsettled(UUID article, Desk desk, Copy copy) {
        List<Marked> unsettled = proofreader.unsettled(desk, copy);
        LetStand stood = unsettled.isEmpty() ? LetStand.NOTHING : stood(article, desk);
        if (stood.isEmpty()) {
            return unsettled;
        }
        Map<String, Passage> passages = Marked.passages(copy);
        return unsettled.stream()
                .filter(each -> stood.of(requireNonNull(passages.get(each.pointer())).text(), each.finding()) == null)
                .toList();
    }

    /** Ends what stands nowhere in the text that goes to review; the story is locked. */
    void endGone(UUID article, Copy copy) {
        List<Row> rows = rows(article);
        if (rows.isEmpty() || !Proofreader.reads(copy)) {
            return;
        }
        Map<String, Passage> passages = Marked.passages(copy);
        Set<String> there = proofreader.of(copy).stream().map(marked -> grounds(passages, marked))
                .collect(Collectors.toSet());
        UUID[] gone = rows.stream().filter(row -> !there.contains(row.grounds())).map(row -> row.stet().id())
                .toArray(UUID[]::new);
        if (gone.length > 0) {
            entities.createNativeQuery("delete from stet where article = :article and id = any (:gone)")
                    .setParameter("article", article).setParameter("gone", gone).executeUpdate();
        }
    }

    private static String grounds(Map<String, Passage> passages, Marked marked) {
        return Grounds.of(requireNonNull(passages.get(marked.pointer())).text(), marked.finding()).digest();
    }

    LetStand stood(UUID article, Desk desk) {
        List<Row> rows = rows(article);
        return new LetStand(rows.stream().map(Row::stet).toList(), rows.stream().map(Row::grounds).toList(),
                desk.settled());
    }

    /** In the act's own transaction. */
    Stet get(UUID article, UUID id) {
        return rows(article).stream().map(Row::stet).filter(stet -> stet.id().equals(id)).findFirst()
                .orElseThrow(NotFound::new);
    }

    private record Row(String grounds, Stet stet) {}

    private List<Row> rows(UUID article) {
        List<?> rows = entities.createNativeQuery("""
                select s.id, s.grounds, s.kind, s.message, s.words, s.reason, p.name, s.let_at
                from stet s join person p on p.id = s.let_by where s.article = :article order by s.let_at, s.id""",
                Tuple.class).setParameter("article", article).getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Row(HexFormat.of().formatHex(row.get("grounds", byte[].class)),
                        new Stet(row.get("id", UUID.class), row.get("kind", String.class),
                                row.get("message", String.class), row.get("words", String.class),
                                row.get("reason", String.class), row.get("name", String.class),
                                row.get("let_at", Instant.class))))
                .toList();
    }
}
