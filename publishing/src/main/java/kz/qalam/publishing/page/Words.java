package kz.qalam.publishing.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the site itself says to readers. The texts stand in messages/words_*.properties: Kazakh, Russian, English. */
@MessageBundle(value = "words", locale = "kk")
public interface Words {

    @Message
    String toContent();

    @Message
    String toFront();

    @Message
    String sections();

    @Message
    String scripts();

    @Message
    String about(String name);

    @Message
    String source();

    @Message
    String photo();

    @Message
    String views(String count);

    @Message
    String updated(String time);

    @Message
    String corrected(String time);

    @Message
    String update();

    @Message
    String correction();

    @Message
    String notes();

    @Message
    String age(String mark);

    @Message
    String advertising();

    @Message
    String ai();

    @Message
    String related();

    @Message
    String fromThisSection();

    @Message
    String alsoRead();

    @Message
    String mostRead();

    @Message
    String latest();

    @Message
    String nothingYet();

    /** On a page of a list whose stories have all left. */
    @Message
    String nothingHere();

    @Message
    String background();

    @Message
    String table();

    @Message
    String openPost(String provider);

    @Message
    String notFound();

    @Message
    String notFoundText();

    @Message
    String withdrawn();

    @Message
    String withdrawnText();

    @Message
    String withdrawnAt(String time);

    @Message
    String feeds();

    @Message
    String tag();

    @Message
    String tags();

    @Message
    String author();

    @Message
    String archive();

    @Message
    String corrections();

    @Message
    String correctionsText();

    @Message
    String noCorrections();

    @Message
    String pages();

    @Message
    String page(int number);

    @Message
    String newer();

    @Message
    String older();

    @Message
    String allMonths();

    @Message
    String search();

    @Message
    String searchLabel();

    @Message
    String searchSection();

    @Message
    String searchAll();

    @Message
    String searchFrom();

    @Message
    String searchTo();

    @Message
    String searchFound(int count);

    @Message
    String searchMany(String count);

    @Message
    String searchNone();

    @Message
    String searchNoneText();

    @Message
    String searchMeant();

    @Message
    String searchTooLong();

    @Message
    String searchUnclear();

    @Message
    String searchBusy();

    @Message
    String searchAway();

    @Message
    String searchFilling();

    @Message
    String searchPrevious();

    @Message
    String searchNext();
}
