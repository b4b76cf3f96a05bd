package kz.qalam.admin.publication;

import java.util.List;

import kz.qalam.core.publication.EditionLine;
import kz.qalam.core.publication.EndLine;

/**
 * What goes out and what is out.
 *
 * @param planned by time; what is held stands after
 * @param failing what should be out and is not
 * @param live newest first
 * @param ending whose end is set, the soonest first
 * @param typed the reason in the form that was not accepted
 */
record Programme(List<EditionLine> planned, List<EditionLine> failing, List<EditionLine> live, List<EndLine> ending,
        String typed,
        List<String> problems) {}
