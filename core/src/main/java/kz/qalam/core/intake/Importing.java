package kz.qalam.core.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Drafting;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/**
 * Keeping what came in from outside: one document, one story, one transaction. A desk knows a document again; another desk
 * does not, for it would learn of a draft that is not its own.
 */
@ApplicationScoped
public class Importing {

    private static final int MOST_IN_NAME = 255;

    private final Drafting drafting;
    private final EntityManager entities;

    Importing(Drafting drafting, EntityManager entities) {
        this.drafting = drafting;
        this.entities = entities;
    }

    /**
     * Brings a document in as a draft. An editor's act. The same document again gives the same story, also when two bring
     * it at once.
     *
     * @param desk absent: the first at which they are an editor
     * @throws NotPermitted to someone who is no editor at the desk
     * @throws NotFound for a desk at which they hold no role
     */
    @Transactional
    public Imported bring(Actor editor, Incoming document, @Nullable UUID desk) {
        UUID at = editor.deskFor(desk, Role.EDITOR);
        byte[] digest = digest(document, at);
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:digest) as text)")
                .setParameter("digest", ByteBuffer.wrap(digest).getLong()).getSingleResult();
        Optional<UUID> known = find(digest);
        if (known.isPresent()) {
            return new Imported(known.get(), true);
        }
        UUID article = drafting.bring(editor, document.copy(), at, document.views(), document.comments()).article();
        entities.createNativeQuery("insert into imported (digest, article, name) values (:digest, :article, :name)")
                .setParameter("digest", digest).setParameter("article", article)
                .setParameter("name", printable(document.name())).executeUpdate();
        return new Imported(article, false);
    }

    /** The story that {@link #bring} would give without writing one; refuses whom it would refuse. */
    @Transactional
    public Optional<UUID> known(Actor editor, Incoming document, @Nullable UUID desk) {
        return find(digest(document, editor.deskFor(desk, Role.EDITOR)));
    }

    private Optional<UUID> find(byte[] digest) {
        List<?> found = entities.createNativeQuery("select article from imported where digest = :digest")
                .setParameter("digest", digest).getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    private static byte[] digest(Incoming document, UUID desk) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(16).putLong(desk.getMostSignificantBits())
                    .putLong(desk.getLeastSignificantBits()).flip());
            return digest.digest(document.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String printable(String name) {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), MOST_IN_NAME));
    }
}
