package kz.qalam.publishing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Source;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Text;

/** Stories to publish. */
public final class Copies {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Copies() {
    }

    /** A story like the first sample of raw articles, under a headline that no other test uses. */
    public static Copy library() {
        return named("Қалада жаңа кітапхана ашылды " + NUMBER.incrementAndGet());
    }

    public static Copy named(String headline) {
        return Copy.draft(headline).withLead("Жаңа кітапхана күніне мыңнан астам оқырманды қабылдай алады.")
                .withSection("madeniet").withSource(new Source("Қала әкімдігі", null))
                .withBylines(List.of(new Byline("Айгүл Серікова")))
                .withBody(List.of(
                        new Paragraph(
                                "Қала тұрғындары көптен күткен кітапхана есігін айқара ашты, деп хабарлайды QALAM.KZ."),
                        new Speech(List.of(new Text("Біз бұл күнді көп күттік. Кітапхана – қаланың жүрегі,")),
                                "деді қала әкімі."),
                        new Paragraph(
                                "Кітапхана аптасына алты күн, таңғы тоғыздан кешкі сегізге дейін жұмыс істейді.")));
    }
}
