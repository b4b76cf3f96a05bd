package kz.qalam.core.audit;

/** What is written into the trail: every change that an act makes. The key is stored and never changes its meaning. */
public enum Act {
    // @formatter:off
    PERSON_JOINED("person.joined"),
    MEMBERSHIP_GIVEN("membership.given"),
    MEMBERSHIP_TAKEN("membership.taken"),
    PERSON_RENAMED("person.renamed"),
    PERSON_INVITED("person.invited"),
    PERSON_SUSPENDED("person.suspended"),
    PERSON_BROUGHT_BACK("person.brought_back"),
    PASSWORD_RENEWED("person.password_renewed"),
    DESK_ESTABLISHED("desk.established"),
    DESK_CLOSED("desk.closed"),
    DESK_OPENED("desk.opened"),
    SECTION_ESTABLISHED("section.established"),
    SECTIONS_ORDERED("section.ordered"),
    SECTION_MERGED("section.merged"),
    SECTION_MOVED("section.moved"),
    SECTION_CLOSED("section.closed"),
    SECTION_OPENED("section.opened"),
    TAG_STARTED("tag.started"),
    TAG_RENAMED("tag.renamed"),
    TAG_MERGED("tag.merged"),
    ARTICLE_STARTED("article.started"),
    ARTICLE_IMPORTED("article.imported"),
    ARTICLE_TAKEN("article.taken"),
    ARTICLE_HANDED_OVER("article.handed_over"),
    REVISION_SAVED("revision.saved"),
    REVISION_RESTORED("revision.restored"),
    REVISION_MERGED("revision.merged"),
    NOTE_WRITTEN("note.written"),
    NOTE_RESOLVED("note.resolved"),
    FINDING_LET_STAND("finding.let_stand"),
    FINDING_MARKED_AGAIN("finding.marked_again"),
    REVISION_SUBMITTED("revision.submitted"),
    REVIEW_RECALLED("review.recalled"),
    REVISION_APPROVED("revision.approved"),
    CHANGES_REQUESTED("review.changes_requested"),
    EDITION_PLANNED("edition.planned"),
    EDITION_MOVED("edition.moved"),
    EDITION_HELD("edition.held"),
    WITHDRAWAL_ORDERED("edition.withdrawn"),
    END_SET("edition.end_set"),
    END_TAKEN("edition.end_taken"),
    /** Written by the clock that releases. */
    EDITION_EXPIRED("edition.expired"),
    PICTURE_TAKEN("picture.taken"),
    PICTURE_DESCRIBED("picture.described"),
    PICTURE_REDACTED("picture.redacted"),
    WORD_IGNORED("word.ignored"),
    WORD_HEEDED("word.heeded"),
    STYLE_RULE_WRITTEN("style.written"),
    STYLE_RULE_LIVE("style.live"),
    STYLE_RULE_RETIRED("style.retired"),
    LEXICON_WRITTEN("lexicon.written"),
    LEXICON_APPROVED("lexicon.approved"),
    LEXICON_RETURNED("lexicon.returned"),
    RELEASES_FROZEN("release.frozen"),
    RELEASES_UNFROZEN("release.unfrozen"),
    DELIVERY_RESENT("delivery.resent"),
    /** Written by the owner's procedure alone. */
    REVISION_REDACTED("revision.redacted"),
    /** Written by a restore. */
    HOUSE_HELD("house.held"),
    HOUSE_RESUMED("house.resumed");
    // @formatter:on

    private final String key;

    Act(String key) {
        this.key = key;
    }

    /** Lower case, dotted: {@code revision.saved}. */
    public String key() {
        return key;
    }
}
