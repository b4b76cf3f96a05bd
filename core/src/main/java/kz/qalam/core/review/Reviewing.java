package kz.qalam.core.review;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.article.Article;
import kz.qalam.core.article.Checklists;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Revision;
import kz.qalam.core.article.Standings;
import kz.qalam.core.article.Stories;
import kz.qalam.core.article.Twins;
import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.refusal.Incomplete;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NothingOpen;
import kz.qalam.core.refusal.OwnWriting;
import kz.qalam.core.refusal.ReviewMoved;
import kz.qalam.core.refusal.RightsEnded;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.refusal.Unsettled;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Staff;

/** Submitting, recalling and deciding. Each method is one transaction and the only writer of rounds and approvals. */
@ApplicationScoped
public class Reviewing {

    /** The longest note of a reviewer, in characters. */
    public static final int NOTE = 4000;

    private final Stories stories;
    private final ReviewRows rounds;
    private final Approvals approvals;
    private final Notes notes;
    private final Standings standings;
    private final Checklists checklists;
    private final Staff staff;
    private final Pictures pictures;
    private final Stets stets;
    private final Twins twins;
    private final Trail trail;
    private final Event<Approved> approved;
    private final Clock clock;

    Reviewing(Stories stories, ReviewRows rounds, Approvals approvals, Notes notes, Standings standings,
            Checklists checklists, Staff staff, Pictures pictures, Stets stets, Twins twins, Trail trail,
            Event<Approved> approved, Clock clock) {
        this.stories = stories;
        this.rounds = rounds;
        this.approvals = approvals;
        this.notes = notes;
        this.standings = standings;
        this.checklists = checklists;
        this.staff = staff;
        this.pictures = pictures;
        this.stets = stets;
        this.twins = twins;
        this.trail = trail;
        this.approved = approved;
        this.clock = clock;
    }

    /**
     * Submits the current revision with what it is to be published as. The same submission again changes nothing.
     *
     * @param revision which revision the asker means; absent: the current one
     * @throws StaleRevision when that is not the current one any more
     * @throws Incomplete when the desk requires what the copy lacks
     * @throws Unsettled when the desk wants findings settled that the proofreader still has
     * @throws RightsEnded when it shows pictures whose licence will have ended when it goes out
     */
    @Transactional
    public Review submit(Actor actor, UUID id, @Nullable Integer revision, Proposal proposal) {
        Article article = stories.lock(id);
        Move.SUBMIT.guardCapacity(actor, article);
        if (revision != null && revision != article.revision()) {
            throw new StaleRevision(revision, article.revision());
        }
        Proposal settled = proposal.settled(standings.of(id), now());
        Optional<Review> open = rounds.open(id);
        if (open.isPresent() && settled.isOf(open.get())) {
            return open.get();
        }
        Move.SUBMIT.guard(actor, article);
        Revision current = stories.revision(id, article.revision());
        Desk desk = staff.desk(article.desk());
        requireComplete(desk, current.copy());
        requireSettled(id, desk, current.copy());
        pictures.requireRights(current.copy(), outAt(settled.from()));
        stets.endGone(id, current.copy());
        Review round = Review.asked(newId(), current, settled, actor);
        rounds.persistAndFlush(round);
        Map<String, Object> facts = facts(current);
        facts.put("kind", round.kind().name());
        facts.put("from", Objects.toString(round.from(), ""));
        trail.record(id, actor.person(), Act.REVISION_SUBMITTED, facts);
        return round;
    }

    /** Takes the open round back. */
    @Transactional
    public void recall(Actor actor, UUID id) {
        Article article = stories.lock(id);
        Move.RECALL.guard(actor, article);
        Review round = rounds.open(id).orElseThrow(NothingOpen::new);
        round.recall(actor, now());
        trail.record(id, actor.person(), Act.REVIEW_RECALLED, Map.of("revision", round.revision()));
        rounds.flush();
    }

    /** Says yes to whichever round is open on that revision, for who did not look at one. */
    @Transactional
    public Approval approve(Actor reviewer, UUID id, int revision, @Nullable String note) {
        return approve(reviewer, id, revision, null, note);
    }

    /**
     * Says yes to the open round's revision and proposal. What follows from it (an edition, perhaps its release) is in
     * the same transaction. The same yes again, by the same reviewer, changes nothing.
     *
     * @param revision the revision that the reviewer read
     * @param round the round whose proposal they read; absent: whichever is open on that revision
     * @param note for the writers, at most {@value #NOTE} characters
     * @throws ReviewMoved when the open round is on another revision, or is another round
     * @throws OwnWriting when the reviewer is one of its writers
     * @throws RightsEnded when it shows pictures whose licence will have ended when it goes out
     */
    @Transactional
    public Approval approve(Actor reviewer, UUID id, int revision, @Nullable UUID round, @Nullable String note) {
        Article article = stories.lock(id);
        Move.APPROVE.guardCapacity(reviewer, article);
        Optional<Approval> before = approvals.of(id, revision);
        if (before.isPresent() && before.get().decidedBy().equals(reviewer.person())) {
            return before.get();
        }
        Review open = open(id, revision, round);
        Revision read = stories.revision(id, revision);
        FourEyes.guard(reviewer, read);
        pictures.requireRights(read.copy(), outAt(open.from()));
        Approval approval = new Approval(newId(), open, read, reviewer, PlainText.lines("/note", note, NOTE));
        approvals.persistAndFlush(approval);
        twins.approved(read);
        Map<String, Object> facts = facts(read);
        facts.put("approval", approval.id());
        facts.put("kind", approval.kind().name());
        facts.put("from", Objects.toString(approval.from(), ""));
        trail.record(id, reviewer.person(), Act.REVISION_APPROVED, facts);
        approved.fire(new Approved(article, read, approval, reviewer));
        return approval;
    }

    /** Sends back whichever round is open on that revision. */
    @Transactional
    public Review requestChanges(Actor reviewer, UUID id, int revision, @Nullable String note) {
        return requestChanges(reviewer, id, revision, null, note);
    }

    /**
     * Sends the open round's revision back.
     *
     * @param round the round whose proposal they read; absent: whichever is open on that revision
     * @param note what is to change, at most {@value #NOTE} characters; it may be left out where open notes of this reviewer
     *        stand at passages of the revision and say it
     */
    @Transactional
    public Review requestChanges(Actor reviewer, UUID id, int revision, @Nullable UUID round, @Nullable String note) {
        Article article = stories.lock(id);
        Move.REQUEST_CHANGES.guardCapacity(reviewer, article);
        Review open = open(id, revision, round);
        String said = PlainText.lines("/note", note, NOTE);
        if (said == null && !notes.hasOpen(reviewer, id, revision)) {
            throw Invalid.of("/note", "note-required");
        }
        open.requestChanges(reviewer, said, now());
        trail.record(id, reviewer.person(), Act.CHANGES_REQUESTED, Map.of("revision", revision));
        rounds.flush();
        return open;
    }

    private Review open(UUID id, int revision, @Nullable UUID round) {
        Review open = rounds.open(id).orElseThrow(NothingOpen::new);
        if (open.revision() != revision) {
            throw new ReviewMoved(revision, open.revision());
        }
        if (round != null && !round.equals(open.id())) {
            throw ReviewMoved.ofProposal(revision);
        }
        return open;
    }

    private void requireComplete(Desk desk, Copy copy) {
        List<String> missing = checklists.of(desk, copy).missing();
        if (!missing.isEmpty()) {
            throw new Incomplete(missing);
        }
    }

    private void requireSettled(UUID article, Desk desk, Copy copy) {
        List<Marked> open = stets.unsettled(article, desk, copy);
        if (!open.isEmpty()) {
            throw new Unsettled(open.stream().map(each -> new Unsettled.Place(each.pointer(), each.finding().start(),
                    each.finding().end(), each.finding().kind().name().toLowerCase(Locale.ROOT),
                    each.finding().message())).toList());
        }
    }

    private Instant outAt(@Nullable Instant proposed) {
        Instant now = now();
        return proposed == null || proposed.isBefore(now) ? now : proposed;
    }

    private static Map<String, Object> facts(Revision revision) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("revision", revision.number());
        facts.put("digest", HexFormat.of().formatHex(revision.digest()));
        return facts;
    }

    private Instant now() {
        return clock.instant();
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
