package kz.qalam.core.review;

import kz.qalam.core.article.Article;
import kz.qalam.core.article.Revision;
import kz.qalam.core.staff.Actor;

/** A revision was approved. Told inside the approving transaction, so that what follows from it is one with it. */
public record Approved(Article article, Revision revision, Approval approval, Actor reviewer) {}
