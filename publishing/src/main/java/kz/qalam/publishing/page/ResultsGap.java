package kz.qalam.publishing.page;

import io.quarkus.qute.TemplateEnum;

/** What differs from one page of results to another: it is one reader's. */
@TemplateEnum
enum ResultsGap {
    WORDS,
    SAID,
    FOUND,
    MEANT,
    OFFERED,
    PREVIOUS,
    NEXT;

    public String sign() {
        return Mould.sign(this);
    }
}
