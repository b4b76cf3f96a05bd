package kz.qalam.admin.style;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Trial;

/** What a rule would have marked. @param trial absent when what was typed is no rule */
record TrialSheet(String word, String instead, @Nullable Trial trial, List<String> problems) {}
