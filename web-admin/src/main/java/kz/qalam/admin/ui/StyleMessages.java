package kz.qalam.admin.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the desk says about house style and the exception lexicon; {@code style:} in templates. */
@MessageBundle(value = "style", locale = "kk")
public interface StyleMessages {

    @Message
    String style();

    @Message
    String styleBook();

    @Message
    String bookHint();

    @Message
    String newRule();

    @Message
    String rule(String word);

    @Message
    String ruleWord();

    @Message
    String ruleWordHint();

    @Message
    String instead();

    @Message
    String insteadHint();

    @Message
    String reason();

    @Message
    String reasonHint();

    @Message
    String state(String name);

    @Message
    String stateLabel();

    @Message
    String anyState();

    @Message
    String waiting(int version);

    @Message
    String onlyMarked();

    @Message
    String met(long times);

    @Message
    String noRules();

    @Message
    String noRulesHint();

    @Message
    String keepDraft();

    @Message
    String keepVersion();

    @Message
    String enforce(int version);

    @Message
    String enforceHint();

    @Message
    String ownVersion();

    @Message
    String retire();

    @Message
    String retireHint();

    @Message
    String dropDraft();

    @Message
    String inForce(String by);

    @Message
    String retiredBy(String by);

    @Message
    String versions();

    @Message
    String version(int number);

    @Message
    String trial();

    @Message
    String trialHint();

    @Message
    String tryIt();

    @Message
    String looked(int count);

    @Message
    String nothingMet();

    @Message
    String lookFurther();

    @Message
    String lookedAll();

    @Message
    String writeRule();

    @Message
    String settled();

    @Message
    String settledHint();

    @Message
    String unsettled(int places);

    @Message
    String unsettledHint();

    @Message
    String must();

    @Message
    String lexicon();

    @Message
    String lexiconHint();

    @Message
    String lexiconDraft(int version);

    @Message
    String approveLexicon(int version);

    @Message
    String whatChanged();

    @Message
    String restoreVersion(int version);

    @Message
    String approveLexiconHint();

    @Message
    String returnLexicon();

    @Message
    String lexiconRemark();

    @Message
    String lexiconReturnedBy(String by);

    @Message
    String lexiconReturnedHint();

    @Message
    String dropLexiconDraft();

    @Message
    String waitsForSecond();

    @Message
    String tryText();

    @Message
    String tryTextHint();

    @Message
    String putEntry();

    @Message
    String stem();

    @Message
    String stemHint();

    @Message
    String inLatin();

    @Message
    String inArabic();

    @Message
    String byRules();

    @Message
    String arabicHint();

    @Message
    String asIs();

    @Message
    String asIsLong();

    @Message
    String entries();

    @Message
    String noEntries();

    @Message
    String entryCount(int count);

    @Message
    String approvedBy(String by);

    @Message
    String change();

    @Message
    String drop();

    @Message
    String previewScript();
}
