package kz.qalam.publishing.page;

import io.quarkus.qute.TemplateEnum;

/** What differs from one story in a list to another that looks like it. */
@TemplateEnum
enum ItemGap {
    PATH,
    HEADLINE,
    LEAD,
    MACHINE,
    /** The time in full. */
    FULL,
    /** The time as near as it is to the page. */
    BRIEF,
    WEBP,
    JPEG,
    SRC,
    WIDTH,
    HEIGHT;

    public String sign() {
        return Mould.sign(this);
    }
}
