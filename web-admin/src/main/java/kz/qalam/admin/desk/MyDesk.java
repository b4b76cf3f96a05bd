package kz.qalam.admin.desk;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryPage;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.review.Reviews;
import kz.qalam.core.staff.Actor;

/** «Жұмыс үстелі»: answers what waits for me. */
@Path("")
@Authenticated
@Blocking
class MyDesk {

    /** As many as a person can take in of what does not wait for them; the lists lead on. */
    private static final int FEW = 12;

    private final Visitor visitor;
    private final Articles articles;
    private final Reviews reviews;
    private final Publications publications;
    private final Keeping keeping;
    private final Pictures pictures;

    MyDesk(Visitor visitor, Articles articles, Reviews reviews, Publications publications, Keeping keeping,
            Pictures pictures) {
        this.keeping = keeping;
        this.pictures = pictures;
        this.visitor = visitor;
        this.articles = articles;
        this.reviews = reviews;
        this.publications = publications;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance desk(Board board);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show() {
        Actor actor = visitor.actor();
        return Templates
                .desk(new Board(actor, reviews.waitingFor(actor, Reviews.MOST),
                        mine(actor, Stage.CHANGES_REQUESTED, Articles.MOST),
                        mine(actor, Stage.DRAFT, FEW).lines(), articles.waitingForPublisher(actor, Articles.MOST),
                        reviews.askedBy(actor, FEW),
                        publications.planned(actor, FEW),
                        publications.failing(actor, FEW), keeping.all(actor), pictures.ending(actor, FEW)));
    }

    private StoryPage mine(Actor actor, Stage stage, int size) {
        return !actor.writes()
                ? new StoryPage(List.of(), null)
                : articles.list(actor, new StoryFilter(stage, null, null, actor.username(), null), null, size);
    }
}
