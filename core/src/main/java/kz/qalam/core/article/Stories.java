package kz.qalam.core.article;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import kz.qalam.core.refusal.NotFound;

/** Stories for the other acts: locked, inside their transaction, with no question of who may see them. */
@ApplicationScoped
public class Stories {

    private final ArticleRows articles;
    private final Revisions revisions;

    Stories(ArticleRows articles, Revisions revisions) {
        this.articles = articles;
        this.revisions = revisions;
    }

    /** The story, locked until the act commits. @throws NotFound when there is none */
    public Article lock(UUID id) {
        return articles.lock(id);
    }

    /** The story without a lock. @throws NotFound when there is none */
    public Article get(UUID id) {
        return articles.get(id);
    }

    /** @throws NotFound when the story has no such revision */
    public Revision revision(UUID article, int number) {
        return revisions.get(article, number);
    }
}
