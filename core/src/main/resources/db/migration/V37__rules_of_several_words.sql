-- A house rule may be about several words: «алма-ата қаласы» (docs/language.md, «The house-style book»).

set search_path = newsroom, public;

alter table style_rule drop constraint style_rule_word_check,
  add constraint style_rule_word_check check (length(word) between 1 and 64 and word !~ '^ | $|  |[^\S ]');
