package kz.qalam.publishing.relay;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** The log of releases, which is numbered without gaps. */
@ApplicationScoped
class Releases implements PanacheRepositoryBase<Release, Long> {

    /** The releases that follow a position, in order. */
    @Transactional
    List<Release.Line> after(long position, int most) {
        return find("number > ?1 and number <= ?2", Sort.by("number"), position, position + most)
                .project(Release.Line.class).list();
    }

    /** These very ones. */
    @Transactional
    List<Release.Line> numbered(Collection<Long> numbers) {
        return numbers.isEmpty() ? List.of() : find("number in ?1", numbers).project(Release.Line.class).list();
    }

    /** What readers are told of a story's changes, oldest first. A text that came back after a withdrawal changed nothing anew. */
    @Transactional
    List<Release.Line> changes(UUID article) {
        var changes = find("article = ?1 and kind in (?2, ?3)", Sort.by("number"), article, Release.UPDATE,
                Release.CORRECTION).project(Release.Line.class).list();
        var told = new HashSet<Integer>();
        return changes.stream().filter(change -> told.add(change.revision())).toList();
    }
}
