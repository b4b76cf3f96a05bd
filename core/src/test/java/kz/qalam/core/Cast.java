package kz.qalam.core;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import kz.qalam.core.article.Drafting;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** People and stories for tests, all made through the acts. Each call makes new ones, so that tests keep apart. */
@ApplicationScoped
public class Cast {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Staff staff;
    private final Drafting drafting;
    private final Reviewing reviewing;

    Cast(Staff staff, Drafting drafting, Reviewing reviewing) {
        this.staff = staff;
        this.drafting = drafting;
        this.reviewing = reviewing;
    }

    /** A newcomer with these roles at the first desk. */
    public Actor newcomer(Role... roles) {
        int number = NUMBER.incrementAndGet();
        return staff.enter("subject-" + number, "user" + number, "Адам " + number, Set.of(roles));
    }

    /** A new desk. */
    public Desk desk(PublishingRule publishes, String... required) {
        int number = NUMBER.incrementAndGet();
        Desk desk = new Desk(UUID.randomUUID(), "desk-" + number, "Бөлім " + number, publishes, List.of(required));
        staff.establish(newcomer(Role.ADMIN), desk);
        return desk;
    }

    /** Someone with these roles at that desk and none elsewhere. */
    public Actor at(Desk desk, Role... roles) {
        int number = NUMBER.incrementAndGet();
        Actor person = staff.enter("subject-" + number, "user" + number, "Адам " + number, Set.of());
        Actor admin = newcomer(Role.ADMIN);
        for (Role role : roles) {
            staff.appoint(admin, person.person(), desk.id(), role);
        }
        return staff.enter("subject-" + number, "user" + number, "Адам " + number, Set.of());
    }

    /** A story's first revision by this author. */
    public UUID draft(Actor author, String headline) {
        return drafting.start(author, Copy.draft(headline), null, null).article();
    }

    /** Approved by a reviewer of the first desk, and so live unless it was proposed for later. */
    public UUID approved(Actor author, String headline, Proposal proposal) {
        UUID article = draft(author, headline);
        reviewing.submit(author, article, null, proposal);
        reviewing.approve(newcomer(Role.REVIEWER), article, 1, null);
        return article;
    }

    public UUID live(Actor author, String headline) {
        return approved(author, headline, Proposal.PLAIN);
    }
}
