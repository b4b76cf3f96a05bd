package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the desk says about the time that a story is before the public; {@code term:} in templates. */
@MessageBundle(value = "term", locale = "kk")
public interface TermMessages {

    @Message
    String set();

    @Message
    String change();

    @Message
    String until();

    @Message
    String what();

    @Message
    String hint();

    @Message
    String now();

    @Message
    String hintLift();

    @Message
    String noticeHint();

    @Message
    String endsNext();
}
