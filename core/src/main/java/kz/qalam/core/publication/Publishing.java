package kz.qalam.core.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.article.Article;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Revision;
import kz.qalam.core.article.Standing;
import kz.qalam.core.article.Standings;
import kz.qalam.core.article.Stories;
import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.language.Slug;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.refusal.AlreadyReleased;
import kz.qalam.core.refusal.EditionMoved;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotApproved;
import kz.qalam.core.refusal.NothingLive;
import kz.qalam.core.refusal.NothingPlanned;
import kz.qalam.core.refusal.OwnReasons;
import kz.qalam.core.refusal.RightsEnded;
import kz.qalam.core.review.Approval;
import kz.qalam.core.review.Approvals;
import kz.qalam.core.review.Approved;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Staff;

/** Planning, holding and withdrawing. Each method is one transaction and the only writer of editions. */
@ApplicationScoped
public class Publishing {

    /** The longest reason and the longest note to readers, in characters. */
    public static final int REASON = 1000;

    private final Stories stories;
    private final Approvals approvals;
    private final Editions editions;
    private final Standings standings;
    private final Staff staff;
    private final Pictures pictures;
    private final ReleaseClock releases;
    private final Trail trail;
    private final Clock clock;

    Publishing(Stories stories, Approvals approvals, Editions editions, Standings standings, Staff staff,
            Pictures pictures, ReleaseClock releases, Trail trail, Clock clock) {
        this.stories = stories;
        this.approvals = approvals;
        this.editions = editions;
        this.standings = standings;
        this.staff = staff;
        this.pictures = pictures;
        this.releases = releases;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is approved goes out by itself: at once or at its time; unless its desk waits for a publisher. */
    void follow(@Observes Approved event) {
        if (staff.desk(event.article().desk()).publishes() != PublishingRule.ON_APPROVAL) {
            return;
        }
        Instant now = now();
        Instant proposed = event.approval().from();
        Instant from = proposed == null || proposed.isBefore(now) ? now : proposed;
        if (proposed != null && from.isBefore(proposed)) {
            from = proposed;
        }
        plan(event.approval(), event.revision().copy(), from, event.reviewer());
        if (!from.isAfter(now)) {
            releases.releaseDue();
        }
    }

    /**
     * Plans an approved revision's edition, or gives the planned one another time; a held one is held no longer.
     *
     * @param from when it goes out; absent or past: at once
     * @return the edition's number
     * @throws NotApproved when nobody approved that revision
     * @throws AlreadyReleased when readers have that revision, or a newer one
     * @throws RightsEnded when it shows pictures whose licence will have ended by then
     */
    @Transactional
    public int plan(Actor publisher, UUID id, int revision, @Nullable Instant from) {
        return plan(publisher, id, revision, from, pending -> {});
    }

    /**
     * Plans as {@link #plan(Actor, UUID, int, Instant)} does, but lifts no hold.
     *
     * @throws EditionMoved when it is held, with the reason
     */
    @Transactional
    public int planUnlessHeld(Actor publisher, UUID id, int revision, @Nullable Instant from) {
        return plan(publisher, id, revision, from, pending -> {
            if (pending != null && pending.state() == Edition.State.HELD) {
                throw moved(pending);
            }
        });
    }

    /**
     * Plans as {@link #plan(Actor, UUID, int, Instant)} does, over exactly what the publisher saw.
     *
     * @param from absent where nothing is planned: at once
     * @param seen {@link Publications#seen} of what they looked at
     * @throws EditionMoved when it was held, moved, released or withdrawn meanwhile
     * @throws Invalid when something is planned and no other time is given: nothing goes out early by an empty field
     */
    @Transactional
    public int planAsSeen(Actor publisher, UUID id, int revision, @Nullable Instant from, String seen) {
        return plan(publisher, id, revision, from, pending -> {
            if (!editions.sign(id).equals(seen)) {
                throw pending == null ? EditionMoved.gone() : moved(pending);
            }
            if (pending != null && from == null) {
                throw Invalid.of("/from", "when-required");
            }
        });
    }

    private EditionMoved moved(Edition pending) {
        Person who = staff.people(Set.of(pending.changedBy())).get(pending.changedBy());
        String by = who == null ? "" : who.name();
        return pending.state() == Edition.State.HELD
                ? EditionMoved.held(by, pending.holdReason())
                : EditionMoved.planned(by, pending.from());
    }

    private int plan(Actor publisher, UUID id, int revision, @Nullable Instant from,
            Consumer<@Nullable Edition> agreed) {
        Article article = stories.lock(id);
        Move.PLAN.guard(publisher, article);
        Instant now = now();
        Instant time = from == null || from.isBefore(now) ? now : from.truncatedTo(ChronoUnit.MILLIS);
        if (time.isAfter(now.plus(731, ChronoUnit.DAYS))) {
            throw Invalid.of("/from", "too-far");
        }
        Approval approval = approvals.of(id, revision).orElseThrow(() -> new NotApproved(revision));
        Standing standing = standings.of(id);
        if (standing.end() != null && !time.isBefore(standing.end().at())) {
            throw Invalid.of("/from", "after-end");
        }
        Standing.Live live = standing.live();
        if (live != null && revision <= live.revision()) {
            throw new AlreadyReleased(revision);
        }
        Copy copy = stories.revision(id, revision).copy();
        pictures.requireRights(copy, time);
        Optional<Edition> pending = editions.lockPending(approval.id());
        agreed.accept(pending.orElse(null));
        if (pending.isEmpty()) {
            int number = plan(approval, copy, time, publisher).number();
            release(time, now);
            return number;
        }
        Edition edition = pending.get();
        if (!edition.isPlannedAt(time)) {
            edition.moveTo(time, publisher);
            trail.record(id, publisher.person(), Act.EDITION_MOVED, facts(edition));
            release(time, now);
        }
        return edition.number();
    }

    /**
     * Holds what is planned of a story: it does not go out until a publisher plans it again. Whoever commits first wins:
     * an edition already released is not held.
     *
     * @param reason 1 to {@value #REASON} characters
     * @throws NothingPlanned when nothing is planned, or its time has come
     */
    @Transactional
    public void hold(Actor publisher, UUID id, String reason) {
        Article article = stories.lock(id);
        Move.HOLD.guard(publisher, article);
        String why = required("/reason", reason);
        List<Edition> planned = editions.lockPlanned(id);
        if (planned.isEmpty()) {
            throw new NothingPlanned();
        }
        for (Edition edition : planned) {
            edition.hold(why, publisher);
            trail.record(id, publisher.person(), Act.EDITION_HELD, facts(edition));
        }
        editions.flush();
    }

    /**
     * Takes what is live from the public, at once: readers get the note, and nothing that was planned before goes out.
     *
     * @param reason for the newsroom, 1 to {@value #REASON} characters
     * @param notice for readers, at most {@value #REASON} characters
     * @return the edition's number
     * @throws NothingLive when the story is not live
     */
    @Transactional
    public int withdraw(Actor publisher, UUID id, String reason, @Nullable String notice) {
        Article article = stories.lock(id);
        Move.WITHDRAW.guard(publisher, article);
        String why = required("/reason", reason);
        String told = PlainText.line("/notice", notice, REASON);
        Standing.Live live = standings.of(id).live();
        if (live == null) {
            throw new NothingLive();
        }
        Revision shown = stories.revision(id, live.revision());
        Edition withdrawal = Edition.withdrawal(id, newId(), editions.nextNumber(id), shown.number(), shown.digest(),
                why,
                told, now(), publisher);
        editions.persistAndFlush(withdrawal);
        trail.record(id, publisher.person(), Act.WITHDRAWAL_ORDERED, facts(withdrawal));
        releases.releaseDue();
        return withdrawal.number();
    }

    /**
     * Sets until when a story is before the public, live already or still to come. At that time it is withdrawn by itself,
     * also in a freeze; what has not gone out by then does not go out any more.
     *
     * @param until in the future, after the time for which it is planned, at most two years ahead
     * @param notice for readers who come later, at most {@value #REASON} characters
     * @throws NothingPlanned when the story is neither live nor planned
     */
    @Transactional
    public void end(Actor publisher, UUID id, Instant until, @Nullable String notice) {
        Article article = stories.lock(id);
        Move.PLAN.guard(publisher, article);
        Instant now = now();
        Standing.End asked = asked(until, notice);
        Instant time = asked.at();
        if (!time.isAfter(now)) {
            throw Invalid.of("/until", "not-future");
        }
        if (time.isAfter(now.plus(731, ChronoUnit.DAYS))) {
            throw Invalid.of("/until", "too-far");
        }
        Standing standing = standings.of(id);
        if (standing.live() == null) {
            if (standing.planned().isEmpty()) {
                throw new NothingPlanned();
            }
            if (standing.planned().stream().noneMatch(edition -> edition.from().isBefore(time))) {
                throw Invalid.of("/until", "before-start");
            }
        }
        if (asked.equals(standing.end())) {
            return;
        }
        trail.record(id, publisher.person(), Act.END_SET, Map.of("until", time));
        editions.setEnd(id, time, asked.notice(), publisher.person());
    }

    private static Standing.End asked(Instant until, @Nullable String notice) {
        return new Standing.End(until.truncatedTo(ChronoUnit.MILLIS), PlainText.line("/notice", notice, REASON));
    }

    /**
     * Sets the end as {@link #end} does, or lifts it, over exactly what the publisher saw.
     *
     * @param until absent: for good
     * @param seen {@link Standing.End#sign} of what they looked at
     * @throws EditionMoved when another end was set meanwhile, or it was lifted
     */
    @Transactional
    public void endAsSeen(Actor publisher, UUID id, @Nullable Instant until, @Nullable String notice, String seen) {
        Move.PLAN.guard(publisher, stories.lock(id));
        Standing.End end = standings.of(id).end();
        if (Objects.equals(end, until == null ? null : asked(until, notice))) {
            // It is so already: sent once more, say, because no answer came
            return;
        }
        if (!Standing.End.sign(end).equals(seen)) {
            throw EditionMoved.ending(end == null ? null : end.at());
        }
        if (until == null) {
            endNever(publisher, id);
        } else {
            end(publisher, id, until, notice);
        }
    }

    /** Lets a story stay before the public. Where no end was set this changes nothing. */
    @Transactional
    public void endNever(Actor publisher, UUID id) {
        Article article = stories.lock(id);
        Move.PLAN.guard(publisher, article);
        Standing.End end = standings.of(id).end();
        if (end != null) {
            trail.record(id, publisher.person(), Act.END_TAKEN, Map.of("until", end.at()));
            editions.setEnd(id, null, null, publisher.person());
        }
    }

    private Edition plan(Approval approval, Copy copy, Instant from, Actor planner) {
        String proposed = copy.slug();
        String slug = proposed == null ? Slug.of(copy.headline()) : proposed;
        Edition edition = Edition.of(approval, newId(), editions.nextNumber(approval.article()), slug, from, planner);
        editions.persistAndFlush(edition);
        trail.record(approval.article(), planner.person(), Act.EDITION_PLANNED, facts(edition));
        return edition;
    }

    private void release(Instant time, Instant now) {
        editions.flush();
        if (!time.isAfter(now)) {
            releases.releaseDue();
        }
    }

    private static String required(String field, String text) {
        String said = PlainText.line(field, text, REASON);
        if (said == null || OwnReasons.isCode(said)) {
            throw Invalid.of(field, "reason-required");
        }
        return said;
    }

    private static Map<String, Object> facts(Edition edition) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("edition", edition.number());
        facts.put("revision", edition.revision());
        facts.put("from", edition.from());
        return facts;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
