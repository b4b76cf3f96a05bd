package kz.qalam.admin.proofreading;

import java.util.List;

import kz.qalam.core.style.IgnoredWord;

/**
 * The words that proofreading leaves alone.
 *
 * @param isKept whether whoever looks may change them
 * @param typed what stands in the form
 * @param problems what was wrong with it
 */
record WordBook(List<IgnoredWord> words, boolean isKept, String typed, List<String> problems) {}
