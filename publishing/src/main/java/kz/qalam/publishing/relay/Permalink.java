package kz.qalam.publishing.relay;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An address that was ever given to a story, and where the story stands now. */
@Entity
@Immutable
@Table(schema = "site", name = "permalink")
@SuppressWarnings({"NullAway.Init", "unused"})
class Permalink {
    @Id
    private String path;
    private UUID article;
    @Column(name = "current_path")
    private String currentPath;

    protected Permalink() {
    }

    /** An address that the story has left. */
    record Moved(String path, String currentPath) {}
}
