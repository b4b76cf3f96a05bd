package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the desk says about tags; {@code tag:} in templates. */
@MessageBundle(value = "tag", locale = "kk")
public interface TagMessages {

    @Message
    String tags();

    @Message
    String about();

    @Message
    String searchHint();

    @Message
    String none();

    @Message
    String stories(int number);

    @Message
    String storiesShort();

    @Message
    String alsoCalled();

    @Message
    String more();

    @Message
    String newTag();

    @Message
    String name();

    @Message
    String nameHint();

    @Message
    String start();

    @Message
    String facts();

    @Message
    String live();

    @Message
    String rename();

    @Message
    String renameHint();

    @Message
    String mergeInto();

    @Message
    String into();

    @Message
    String intoHint();

    @Message
    String mergeNext();

    @Message
    String sure(String name, String into);

    @Message
    String sureHint(int number, String name, String into);

    @Message
    String merge();

    @Message
    String mentioned();

    @Message
    String add();

    @Message
    String notYet();
}
