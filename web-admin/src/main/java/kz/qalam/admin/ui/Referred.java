package kz.qalam.admin.ui;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import kz.qalam.core.article.Articles;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.media.PictureShown;
import kz.qalam.core.media.Pictures;

/** What a text refers to and does not hold, for whoever looks: other stories, and what is said of its pictures. */
@RequestScoped
@Unremovable // asked for by Prose, where nothing is injected
class Referred {

    private final Visitor visitor;
    private final Articles articles;
    private final Pictures pictures;

    Referred(Visitor visitor, Articles articles, Pictures pictures) {
        this.visitor = visitor;
        this.articles = articles;
        this.pictures = pictures;
    }

    /** For where nothing is injected. */
    static Referred now() {
        return Arc.container().instance(Referred.class).get();
    }

    /** What stories are called, of which this person may know it. */
    Map<UUID, String> headlines(Collection<UUID> stories) {
        return articles.headlines(visitor.actor(), stories);
    }

    /** What the versions of pictures say, by reference. */
    Map<String, PictureShown> shown(Collection<Picture> all) {
        return pictures.shown(all);
    }
}
