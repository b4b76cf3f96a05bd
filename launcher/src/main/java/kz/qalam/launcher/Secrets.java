package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Generated passwords and keys of one instance, a file each that only we may read. */
record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The secret of that name; made at the first asking. 256 bits, letters that need no quoting anywhere. */
    String of(String name) {
        return find(name).orElseGet(() -> {
            byte[] bits = new byte[32];
            RANDOM.nextBytes(bits);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            keep(name, secret);
            return secret;
        });
    }

    Optional<String> find(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    void keep(String name, String secret) {
        try {
            DataFolder.write(folder.resolve(name), secret + "\n");
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }
}
