package kz.qalam.admin.newsroom;

import java.util.List;

import kz.qalam.core.article.Section;

/** The sections in the order of the masthead. @param typed what stood in the form that was not accepted */
record SectionBook(List<Section> sections, Section typed, List<String> problems) {

    static final Section NOTHING = new Section("", "", "", "");
}
