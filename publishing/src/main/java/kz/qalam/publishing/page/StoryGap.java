package kz.qalam.publishing.page;

import io.quarkus.qute.TemplateEnum;

/** What differs from one story's page to another that looks like it. */
@TemplateEnum
enum StoryGap {
    TITLE,
    DESCRIPTION,
    /** The story's, without the script's prefix. */
    PATH,
    RELEASE,
    /** The headline as those are told who share the page. */
    SHARED,
    MACHINE,
    TOPICS,
    WIDE,
    WIDE_WIDTH,
    WIDE_HEIGHT,
    WIDE_ALT,
    CARD,
    JSON_LD,
    HEADLINE,
    LEAD,
    BYLINES,
    SOURCE,
    SOURCE_URL,
    TIME,
    CHANGED,
    VIEWS,
    NOTES,
    FIGURE,
    BODY,
    TAGS,
    BEFORE;

    public String sign() {
        return Mould.sign(this);
    }
}
