package kz.qalam.admin.writing;

import kz.qalam.core.article.Story;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;

/**
 * Two people wrote at once. Both texts stand side by side; nothing was overwritten.
 *
 * @param base the revision that both began from
 * @param mine what was to be saved
 * @param theirChanges from the common beginning to what stands now
 * @param myChanges from the common beginning to what was to be saved
 */
record Conflict(Story story, int base, Copy mine, Difference theirChanges, Difference myChanges) {

    public String json() {
        return mine.json().toString();
    }
}
