package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import kz.qalam.core.media.Licence;
import kz.qalam.core.media.LicenceTerm;

/**
 * What the pages of pictures say: a bundle of its own beside {@link Messages}, because Qute cannot make one of some 300
 * messages. The words are in {@code messages/picture_kk.properties}.
 */
@MessageBundle(value = "picture", locale = "kk")
public interface PictureMessages {

    @Message
    String pictures();

    @Message
    String picturesSearchHint();

    @Message
    String bringPicture();

    @Message
    String bringPictureHint();

    @Message
    String bringing();

    @Message
    String bring();

    @Message
    String away();

    @Message
    String noPictures();

    @Message
    String noPicturesHint();

    @Message
    String noAlt();

    @Message
    String picture();

    @Message
    String licenceEnded();

    @Message
    String licencesEnding();

    @Message
    String licenceOver();

    @Message
    String licenceUntil();

    @Message
    String cutHint();

    @Message
    String focusX();

    @Message
    String focusY();

    @Message
    String frameX();

    @Message
    String frameY();

    @Message
    String frameW();

    @Message
    String frameH();

    @Message
    String alt();

    @Message
    String altHint();

    @Message
    String credit();

    @Message
    String licence();

    @Message
    String anyLicence();

    @Message
    String licenceTerm(LicenceTerm term);

    @Message
    String terms();

    @Message
    String licenceLastDay();

    @Message
    String licenceLastDayHint();

    @Message
    String becomesOwn();

    @Message
    String saveOwn();

    @Message
    String saveVersion();

    @Message
    String version();

    @Message
    String file();

    @Message
    String broughtBy();

    @Message
    String uses();

    @Message
    String noUses();

    @Message
    String mainPicture();

    @Message
    String makeMain();

    @Message
    String insertPicture();

    @Message
    String removePicture();

    @Message
    String caption();

    @Message
    String editPicture();

    @Message
    String newestVersion();

    @Message
    String choosePicture();

    @Message
    String picturesDrawerHint();

    @Message
    String versionNumber(int number);

    @Message
    String licenceName(Licence licence);
}
