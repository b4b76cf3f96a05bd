package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the desk says about writing together, unsaved text, history and notes; {@code write:} in templates. A bundle of its own,
 * because Qute's generated code does not bear more than some three hundred messages in one.
 */
@MessageBundle(value = "write", locale = "kk")
public interface WritingMessages {

    @Message
    String previewAgain();

    @Message
    String previewChanged();

    @Message
    String previewUnsaved();

    @Message
    String close();

    @Message
    String typingNow();

    @Message
    String keptAt();

    @Message
    String keptHere();

    @Message
    String keptLate();

    @Message
    String keepingPaused(String why);

    @Message
    String pausedElsewhere();

    @Message
    String pausedLoggedOut();

    @Message
    String pausedForbidden();

    @Message
    String pausedRefused();

    @Message
    String pausedNowhere();

    @Message
    String headlineMeasure();

    @Message
    String headlineTooLong();

    @Message
    String find();

    @Message
    String findNext();

    @Message
    String findBefore();

    @Message
    String replaceWith();

    @Message
    String replaceOne();

    @Message
    String replaceAll();

    @Message
    String addRow();

    @Message
    String addColumn();

    @Message
    String headerRow();

    @Message
    String deleteRow();

    @Message
    String deleteColumn();

    @Message
    String deleteTable();

    @Message
    String embedAt();

    @Message
    String relatedFind();

    @Message
    String relatedUnknown();

    @Message
    String factboxTitle();

    @Message
    String shortcuts();

    @Message
    String deeper();

    @Message
    String shallower();

    @Message
    String leftUnsaved();

    @Message
    String myUnsaved();

    @Message
    String unsavedElsewhere();

    @Message
    String unsavedApart();

    @Message
    String leftUnsavedHint();

    @Message
    String lookAtUnsaved();

    @Message
    String cameIn(String name, int number);

    @Message
    String whatCameIn();

    @Message
    String mergedLook();

    @Message
    String unsavedLook();

    @Message
    String alsoHere();

    @Message
    String hasUnsaved();

    @Message
    String movedOn(String name, int number);

    @Message
    String whatMoved();

    @Message
    String conflictMerges();

    @Message
    String conflictClashes();

    @Message
    String conflictAgain(String name, int number);

    @Message
    String conflictUndecided(long count);

    @Message
    String clashUndecided();

    @Message
    String clashBlock();

    @Message
    String clashWas();

    @Message
    String clashMine();

    @Message
    String clashTheirs();

    @Message
    String clashBoth();

    @Message
    String clashNothing();

    @Message
    String mergeBoth();

    @Message
    String unsavedText();

    @Message
    String unsavedSince();

    @Message
    String nothingSavedSince();

    @Message
    String savedSince(int number, int now);

    @Message
    String whatChangedSince();

    @Message
    String whatYouTyped();

    @Message
    String goOnFromThis();

    @Message
    String throwAway();

    @Message
    String slide();

    @Message
    String whatChanged();

    @Message
    String whoWrote();

    @Message
    String writtenEarlier(int number);

    @Message
    String mergedFrom(String first, String second);

    @Message
    String waits();

    @Message
    String standsAlready();

    @Message
    String standsAlreadyHint();

    @Message
    String sameText(int hundredths);

    @Message
    String waitedDays(long days, long hours);

    @Message
    String waitedHours(long hours, long minutes);

    @Message
    String notes();

    @Message
    String notePlace();

    @Message
    String notePlaceHint();

    @Message
    String noteSaid();

    @Message
    String writeNote();

    @Message
    String resolveNote();

    @Message
    String notSentKept();

    @Message
    String formLoggedOut();

    @Message
    String formAway();

    @Message
    String formAwayHint();

    @Message
    String tooLong();

    @Message
    String unsentElsewhere();

    @Message
    String unsentGo();

    @Message
    String unsentHint();

    @Message
    String noteWritten();

    @Message
    String noteIsResolved();

    @Message
    String listAway();

    @Message
    String again();

    @Message
    String leftOut();

    @Message
    String leftPictures();

    @Message
    String leftFilms();

    @Message
    String leftEmbeds();

    @Message
    String leftFields();

    @Message
    String leftLinks();

    @Message
    String leftStruck();

    @Message
    String leftOutHint();

    @Message
    String seoTitle();

    @Message
    String seoTitleHint();

    @Message
    String seoDescription();

    @Message
    String seoDescriptionHint();

    @Message
    String noteResolved(String name);

    @Message
    String handOver();

    @Message
    String handTo();

    @Message
    String handHint();

    @Message
    String handLeaves();

    @Message
    String noHeirs();

    @Message
    String device();

    @Message
    String deviceHint();

    @Message
    String deviceForbidden();

    @Message
    String deviceRefused();

    @Message
    String deviceAway();

    @Message
    String deviceCopy();

    @Message
    String deviceCopied();

    @Message
    String deviceThrown();

    @Message
    String deviceGo();
}
