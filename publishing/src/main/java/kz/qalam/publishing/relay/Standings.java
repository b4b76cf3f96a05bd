package kz.qalam.publishing.relay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.relay.Standing.Text;

/**
 * Stories that were ever released. Lists are read through windows over the order of first releases: the view is a security
 * barrier, through which a limit does not reach the index but a range does. So the newest stories cost the same however
 * many there are.
 */
@ApplicationScoped
class Standings implements PanacheRepositoryBase<Standing, UUID> {
    private static final int FIRST_WINDOW = 4;
    private static final int WIDENING = 16;

    @Transactional
    List<Place> places(Collection<UUID> articles) {
        return articles.isEmpty() ? List.of() : find("article in ?1", articles).project(Place.class).list();
    }

    /** Every story, one by one. */
    @Transactional
    void each(Consumer<Place> visit) {
        try (var all = findAll().project(Place.class).withHint(HibernateHints.HINT_FETCH_SIZE, 1000).stream()) {
            all.forEach(visit);
        }
    }

    /** The texts of those that are live. */
    @Transactional
    List<Text> texts(Collection<UUID> articles) {
        if (articles.isEmpty()) {
            return List.of();
        }
        var texts = find("article in ?1 and live = true", articles).project(Text.class).list();
        if (texts.stream().anyMatch(text -> text.copy() == null)) {
            throw new House.Held();
        }
        return texts;
    }

    /** Stories, live or not, whose first releases are numbered so; in that order. */
    @Transactional
    List<Place> released(long after, long upTo) {
        return find("firstRelease > ?1 and firstRelease <= ?2", Sort.by("firstRelease"), after, upTo)
                .project(Place.class)
                .list();
    }

    /** Live stories, newest first, of a section or of all. */
    @Transactional
    List<Place> newest(@Nullable String section, long upTo, int most) {
        var found = new ArrayList<Place>();
        long to = upTo;
        // All but the withdrawn are live; a section has its part of them
        long window = section == null ? most + most / 4 + FIRST_WINDOW : (long) most * FIRST_WINDOW;
        for (long wider = FIRST_WINDOW * WIDENING; to > 0 && found.size() < most; wider *= WIDENING) {
            long from = Math.max(0, to - window);
            found.addAll(live(section, from, to, Sort.descending("firstRelease"), most - found.size()));
            to = from;
            window = (most - found.size()) * wider;
        }
        return found;
    }

    /** Live stories that first came after one, oldest first. */
    @Transactional
    List<Place> following(@Nullable String section, long first, long upTo, int most) {
        long window = (long) most * FIRST_WINDOW;
        while (true) {
            var found = live(section, first, Math.min(first + window, upTo), Sort.by("firstRelease"), most);
            if (found.size() == most || first + window >= upTo) {
                return found;
            }
            window *= WIDENING;
        }
    }

    private List<Place> live(@Nullable String section, long after, long upTo, Sort order, int most) {
        var range = "live = true and firstRelease > ?1 and firstRelease <= ?2";
        var query = section == null
                ? find(range, order, after, upTo)
                : find(range + " and section = ?3", order, after, upTo, section);
        return query.page(0, most).project(Place.class).list();
    }
}
