package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How the trail says its facts; {@code trail:} in templates. */
@MessageBundle(value = "trail", locale = "kk")
public interface TrailMessages {

    @Message
    String fact(String name);

    @Message
    String licence(String name);

    @Message
    String publishes(String name);

    @Message
    String story();

    @Message
    String onlyThis();
}
