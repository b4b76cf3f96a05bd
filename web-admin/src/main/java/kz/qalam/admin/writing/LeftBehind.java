package kz.qalam.admin.writing;

import kz.qalam.core.article.WorkingText;

/** An unsaved text of a story that was never saved at all. */
record LeftBehind(WorkingText text) {

    public String json() {
        return text.copy().json().toString();
    }
}
