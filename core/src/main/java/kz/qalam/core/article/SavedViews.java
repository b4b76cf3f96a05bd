package kz.qalam.core.article;

import static java.util.Objects.requireNonNullElse;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Actor;

/** The ways of narrowing the list of stories that a person keeps under a name of their own; nobody else sees them. */
@ApplicationScoped
public class SavedViews {

    /** No person keeps more. */
    public static final int MOST = 30;

    private static final int NAME = 60;
    private static final int QUERY = 1000;

    /** @param query of the list's address, as the page made it */
    public record SavedView(String name, String query) {}

    private final EntityManager entities;

    SavedViews(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order in which they were first kept. */
    @Transactional
    public List<SavedView> of(Actor actor) {
        List<?> rows = entities
                .createNativeQuery("select name, query from saved_view where person = :me order by kept_at, name",
                        Tuple.class)
                .setParameter("me", actor.person()).getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new SavedView(row.get("name", String.class), row.get("query", String.class))).toList();
    }

    /**
     * Keeps a view; the same name again replaces it.
     *
     * @throws Invalid without a name, when there are {@value #MOST}, or when it has characters that copy does not take
     */
    @Transactional
    public void keep(Actor actor, String name, String query) {
        String called = PlainText.line("/name", name, NAME);
        if (called == null) {
            throw Invalid.of("/name", "required");
        }
        String narrowed = requireNonNullElse(PlainText.line("/query", query, QUERY), "");
        if (of(actor).stream().filter(view -> !view.name().equals(called)).count() >= MOST) {
            throw Invalid.of("/name", "too-many", MOST);
        }
        entities.createNativeQuery("""
                insert into saved_view (person, name, query) values (:me, :name, :query)
                on conflict (person, name) do update set query = excluded.query""").setParameter("me", actor.person())
                .setParameter("name", called).setParameter("query", narrowed).executeUpdate();
    }

    /** Lets a view go; one that is not there is gone already. */
    @Transactional
    public void drop(Actor actor, String name) {
        // No text of the database holds this character, and it does not take it.
        if (name.indexOf('\0') >= 0) {
            return;
        }
        entities.createNativeQuery("delete from saved_view where person = :me and name = :name")
                .setParameter("me", actor.person()).setParameter("name", name).executeUpdate();
    }
}
