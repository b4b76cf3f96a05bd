package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the desk says about proofreading; {@code proof:} in templates. */
@MessageBundle(value = "proof", locale = "kk")
public interface ProofMessages {

    @Message
    String proofreading();

    @Message
    String reading();

    @Message
    String nothingFound();

    @Message
    String away();

    @Message
    String tooLong();

    @Message
    String more();

    @Message
    String before();

    @Message
    String next();

    @Message
    String repairWith();

    @Message
    String remove();

    @Message
    String repairAll();

    @Message
    String repairAllHint();

    @Message
    String kind(String name);

    @Message
    String ignore();

    @Message
    String heed();

    @Message
    String letStand();

    @Message
    String why();

    @Message
    String markAgain();

    @Message
    String stood();

    @Message
    String stoodHint();

    @Message
    String word();

    @Message
    String ignoredWords();

    @Message
    String ignoredWordsHint();

    @Message
    String noIgnoredWords();
}
