package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the newsroom's own rooms, the lists and the previews say, and what every act has to say once: a second bundle beside
 * {@link Messages}, because Qute cannot make one of more than 300 messages. The words are in {@code messages/room_kk.properties}.
 */
@MessageBundle(value = "room", locale = "kk")
public interface RoomMessages {

    @Message
    String newsroom();

    @Message
    String staff();

    @Message
    String desks();

    @Message
    String sections();

    @Message
    String trail();

    @Message
    String deliveries();

    @Message
    String author();

    @Message
    String tag();

    @Message
    String standing();

    @Message
    String anyStanding();

    @Message
    String anyLanguage();

    @Message
    String outlook(kz.qalam.core.article.StoryFilter.Outlook name);

    @Message
    String longestWaiting();

    @Message
    String moreFilters();

    @Message
    String changedFrom();

    @Message
    String changedTo();

    @Message
    String myViews();

    @Message
    String keepView();

    @Message
    String viewName();

    @Message
    String dropView();

    @Message
    String chosen();

    @Message
    String chooseStory(String headline);

    @Message
    String bulkMove(kz.qalam.core.publication.Batch.Step name);

    @Message
    String bulkAct();

    @Message
    String bulkText();

    @Message
    String bulkWhen();

    @Message
    String bulkGo();

    @Message
    String bulkDone(int done, int refused);

    @Message
    String bulkEach();

    @Message
    String bulkNone();

    @Message
    String bulkOk();

    @Message
    String bulkUnknown();

    @Message
    String bulkUntried();

    @Message
    String backToList();

    @Message
    String preview();

    @Message
    String previewWidth();

    @Message
    String previewDesktop();

    @Message
    String previewPhone();

    @Message
    String previewHint(int number);

    @Message
    String previewAway();

    @Message
    String frozen();

    @Message
    String frozenGo();

    @Message
    String freezeTitle();

    @Message
    String freezeWhat();

    @Message
    String freezeReason();

    @Message
    String freezeAll();

    @Message
    String unfreeze();

    @Message
    String unfreezeWhat();

    @Message
    String invite();

    @Message
    String personName();

    @Message
    String username();

    @Message
    String usernameHint();

    @Message
    String email();

    @Message
    String emailHint();

    @Message
    String roleLabel();

    @Message
    String role(kz.qalam.core.staff.Role role);

    @Message
    String noRoles();

    @Message
    String giveRole();

    @Message
    String takeRole();

    @Message
    String suspended();

    @Message
    String suspend();

    @Message
    String suspendAgain();

    @Message
    String bringBack();

    @Message
    String suspendWhat();

    @Message
    String newPassword();

    @Message
    String temporaryPassword(String name);

    @Message
    String temporaryPasswordHint();

    @Message
    String newDesk();

    @Message
    String deskName();

    @Message
    String deskSlug();

    @Message
    String deskSlugHint();

    @Message
    String afterApproval();

    @Message
    String publishesItself();

    @Message
    String publishesByPublisher();

    @Message
    String checklist();

    @Message
    String checklistHint();

    @Message
    String checkItem(String item);

    @Message
    String checkMissing(String item);

    @Message
    String notAsked();

    @Message
    String advised();

    @Message
    String required();

    @Message
    String checkDone();

    @Message
    String allChecked();

    @Message
    String closedDesk();

    @Message
    String closeDesk();

    @Message
    String closeDeskHint();

    @Message
    String openDesk();

    @Message
    String openDeskHint();

    @Message
    String newSection();

    @Message
    String inKazakhName();

    @Message
    String inRussianName();

    @Message
    String inEnglishName();

    @Message
    String sectionSlug();

    @Message
    String sectionSlugHint();

    @Message
    String closedSection();

    @Message
    String sectionMore();

    @Message
    String aboutSection();

    @Message
    String otherAddresses();

    @Message
    String mergeSection();

    @Message
    String sectionInto();

    @Message
    String sectionIntoHint();

    @Message
    String sectionSure(String name, String into);

    @Message
    String sectionSureHint(int number, String name, String into);

    @Message
    String moveSection();

    @Message
    String newAddress();

    @Message
    String newAddressHint();

    @Message
    String closeSection();

    @Message
    String closeSectionHint();

    @Message
    String openSection();

    @Message
    String openSectionHint();

    @Message
    String moveEarlier();

    @Message
    String who();

    @Message
    String what();

    @Message
    String anything();

    @Message
    String fromDay();

    @Message
    String toDay();

    @Message
    String aboutWhat();

    @Message
    String storyNumber();

    @Message
    String exportCsv();

    @Message
    String byItself();

    @Message
    String act(String name);

    @Message
    String onlyOpen();

    @Message
    String allDelivered();

    @Message
    String nothingSent();

    @Message
    String releaseNumber(long number);

    @Message
    String receiver(String name);

    @Message
    String attempts(int count);

    @Message
    String nextTry();

    @Message
    String fault();

    @Message
    String resend();

    // What an act has to say, once

    @Message
    String told(Told told);
}
