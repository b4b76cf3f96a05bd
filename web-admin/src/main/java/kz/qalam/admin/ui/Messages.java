package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import kz.qalam.admin.error.Trouble;
import kz.qalam.core.article.Stage;
import kz.qalam.core.review.Kind;
import kz.qalam.core.review.Verdict;

/**
 * Every word that the desk says to a person. The words are in {@code messages/msg_kk.properties}; Russian and English stand
 * beside it with the same keys.
 */
@MessageBundle(locale = "kk")
public interface Messages {

    // The frame of every page

    @Message
    String product();

    @Message
    String skip();

    @Message
    String navigation();

    @Message
    String myDesk();

    @Message
    String stories();

    @Message
    String publication();

    @Message
    String newStory();

    @Message
    String userMenu(String name);

    @Message
    String language();

    @Message
    String logIn();

    @Message
    String logOut();

    @Message
    String loggedOut();

    @Message
    String loggedOutHint();

    @Message
    String cancel();

    @Message
    String houseHeld();

    @Message
    String show();

    @Message
    String showMore();

    @Message
    String showOlder();

    @Message
    String untitled();

    @Message
    String revision();

    @Message
    String revisionNumber(int number);

    // Where a story stands

    @Message
    String stage(Stage stage);

    @Message
    String live();

    @Message
    String liveRevision(Integer number);

    @Message
    String plannedRevision(int number);

    @Message
    String heldRevision(int number);

    @Message
    String kind(Kind kind);

    @Message
    String kindHint(Kind kind);

    @Message
    String verdict(Verdict verdict);

    @Message
    String editionKind(String kind);

    @Message
    String editionState(String state);

    @Message
    String deliveryState(String state);

    @Message
    String storyRooms();

    @Message
    String text();

    @Message
    String review();

    @Message
    String history();

    @Message
    String redactedMark();

    @Message
    String redacted(int number);

    @Message
    String redactedWhy();

    @Message
    String nobodys();

    // My desk

    @Message
    String waitsForMe();

    @Message
    String nothingWaits();

    @Message
    String nothingWaitsHint();

    @Message
    String toReview();

    @Message
    String returnedToMe();

    @Message
    String toPublish();

    @Message
    String askedBy(String name);

    @Message
    String toGoOut();

    @Message
    String myDrafts();

    @Message
    String allMine();

    @Message
    String noDrafts();

    @Message
    String goesOutNext();

    @Message
    String wholePlan();

    @Message
    String nothingPlanned();

    @Message
    String held();

    @Message
    String iWaitFor();

    @Message
    String inReviewSince();

    @Message
    String wentWrong();

    @Message
    String releaseFails();

    @Message
    String noRole();

    @Message
    String noRoleHint();

    // Stories

    @Message
    String search();

    @Message
    String searchHint();

    @Message
    String stageLabel();

    @Message
    String anyStage();

    @Message
    String section();

    @Message
    String anySection();

    @Message
    String desk();

    @Message
    String anyDesk();

    @Message
    String onlyMine();

    @Message
    String nothingFound();

    @Message
    String nothingFoundHint();

    @Message
    String showAll();

    @Message
    String noStories();

    @Message
    String noStoriesHint();

    // Pictures

    // Writing

    @Message
    String save();

    @Message
    String saved();

    @Message
    String unsaved();

    @Message
    String saving();

    @Message
    String submit();

    @Message
    String count();

    @Message
    String headline();

    @Message
    String lead();

    @Message
    String leadHint();

    @Message
    String textHint();

    @Message
    String tailHint();

    @Message
    String sourceHint();

    @Message
    String toolbar();

    @Message
    String heading2();

    @Message
    String heading2Sign();

    @Message
    String heading3();

    @Message
    String heading3Sign();

    @Message
    String speech();

    @Message
    String quote();

    @Message
    String bullets();

    @Message
    String numbers();

    @Message
    String rule();

    @Message
    String strong();

    @Message
    String strongSign();

    @Message
    String em();

    @Message
    String emSign();

    @Message
    String sub();

    @Message
    String sup();

    @Message
    String link();

    @Message
    String linkTo();

    @Message
    String removeLink();

    @Message
    String foreign();

    @Message
    String wordsOf();

    @Message
    String inRussian();

    @Message
    String inEnglish();

    @Message
    String inTurkish();

    @Message
    String inArabic();

    @Message
    String inChinese();

    @Message
    String inGerman();

    @Message
    String inFrench();

    @Message
    String removeMark();

    @Message
    String apply();

    @Message
    String undo();

    @Message
    String redo();

    @Message
    String noScript();

    @Message
    String blockType(String type);

    @Message
    String properties();

    @Message
    String notChosen();

    @Message
    String tags();

    @Message
    String tagsHint();

    @Message
    String bylines();

    @Message
    String bylinesHint();

    @Message
    String source();

    @Message
    String sourceNameHint();

    @Message
    String sourceUrl();

    @Message
    String copyLanguage();

    @Message
    String copyLanguageName(kz.qalam.core.copy.Language language);

    @Message
    String age();

    @Message
    String notices();

    @Message
    String advertising();

    @Message
    String ai();

    @Message
    String slug();

    @Message
    String slugHint();

    @Message
    String sentBackBy(String name);

    @Message
    String savingRecalls();

    @Message
    String stillGoesOut(int number);

    @Message
    String sessionOver();

    @Message
    String sessionOverHint();

    @Message
    String notSaved();

    @Message
    String notSavedAway();

    // When two people wrote at once

    @Message
    String conflict();

    @Message
    String conflictWhat(String name, int number);

    @Message
    String conflictHint();

    @Message
    String theirText(int number);

    @Message
    String myText();

    @Message
    String notSavedYet();

    @Message
    String conflictChoice();

    @Message
    String goOnFromMine();

    @Message
    String goOnFromTheirs();

    @Message
    String besideOwn();

    @Message
    String besideTheirs(int number);

    // What changed

    @Message
    String change(kz.qalam.core.copy.Difference.Change change);

    @Message
    String nothingDiffers();

    @Message
    String field(String name);

    @Message
    String part(String name);

    @Message
    String yesNo(String value);

    // History

    @Message
    String olderOne();

    @Message
    String newerOne();

    @Message
    String compare();

    @Message
    String compareFrom(int number);

    @Message
    String compareTo(int number);

    @Message
    String compared(int from, int to);

    @Message
    String restoredFrom(String number);

    @Message
    String imported();

    @Message
    String approvedMark();

    @Message
    String restore(int number);

    @Message
    String restoreHint();

    // Review

    @Message
    String changedSince(Integer number);

    @Message
    String wholeText();

    @Message
    String currentText();

    @Message
    String proposal();

    @Message
    String publishedAs();

    @Message
    String noticeToReaders();

    @Message
    String goesOut();

    @Message
    String wentOut();

    @Message
    String atOnce();

    @Message
    String writers();

    @Message
    String submitter();

    @Message
    String recall();

    @Message
    String nothingInReview();

    @Message
    String nothingInReviewHint();

    @Message
    String earlierRounds();

    @Message
    String decision();

    @Message
    String noteToWriters();

    @Message
    String approve();

    @Message
    String requestChanges();

    @Message
    String yesPublishes();

    @Message
    String yesPublishesAt();

    @Message
    String yesWaits();

    @Message
    String ownWriting();

    @Message
    String ownWritingHint();

    @Message
    String submitWhat(int number);

    @Message
    String length(int words, int minutes);

    @Message
    String incomplete();

    @Message
    String backToText();

    @Message
    String noticeHint();

    @Message
    String fromHint();

    // Publication

    @Message
    String planned();

    @Message
    String liveNow();

    @Message
    String nothingLive();

    @Message
    String onSite();

    @Message
    String editions();

    @Message
    String editionNumber(int number);

    @Message
    String noEditions();

    @Message
    String noEditionsHint();

    @Message
    String planner();

    @Message
    String reason();

    @Message
    String reasonForUs();

    @Message
    String holdReason();

    @Message
    String address();

    @Message
    String publish();

    @Message
    String moveTime();

    @Message
    String planWhat(Integer number);

    @Message
    String planHint();

    @Message
    String hold();

    @Message
    String holdWhat();

    @Message
    String withdraw();

    @Message
    String withdrawWhat();

    @Message
    String withdrawNoticeHint();

    @Message
    String nothingToPublish();

    // When something did not go

    @Message
    String mishap(Trouble trouble);

    @Message
    String mishapDetail(Trouble trouble);

    @Message
    String reference(String number);

    @Message
    String toMyDesk();

}
