package kz.qalam.admin.newsroom;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Section;

/**
 * One section: what becomes of it.
 *
 * @param live how many stories stand on the site in it
 * @param others into which it can be merged
 * @param into the one that was asked for, when it must still be confirmed
 * @param address what was typed as its new address
 */
record SectionSheet(Section section, int live, List<Section> others, @Nullable Section into, String address,
        List<String> problems) {}
