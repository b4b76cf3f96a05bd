-- The desk's list of stories in one language. Almost all are in Kazakh, and found on the way through all of them.

create index article_by_language on newsroom.article (language, changed_at desc, id desc) where language <> 'kk';
