package kz.qalam.api;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Signs tokens as the realm would; the application checks them as it checks the realm's, by a public key. */
public final class TestKeys implements QuarkusTestResourceLifecycleManager {

    private static final KeyPair KEYS = generate();

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.api.public-key",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
    }

    @Override
    public void stop() {
    }

    static String token(String subject, String username, String name, String... roles) {
        return sign(claims(subject, username, name, roles), KEYS.getPrivate());
    }

    /** One made that many seconds ago. */
    static String token(String subject, @Nullable String username, @Nullable String name, int ago) {
        JwtClaims claims = claims(subject, username, name);
        if (name == null) {
            claims.unsetClaim("name");
        }
        if (username == null) {
            claims.unsetClaim("preferred_username");
        }
        claims.setIssuedAt(NumericDate.fromMilliseconds(System.currentTimeMillis() - ago * 1000L));
        return sign(claims, KEYS.getPrivate());
    }

    static String expired(String subject) {
        JwtClaims claims = claims(subject, subject, subject);
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(System.currentTimeMillis() - Duration.ofHours(1).toMillis()));
        return sign(claims, KEYS.getPrivate());
    }

    static String forAnotherAudience(String subject) {
        JwtClaims claims = claims(subject, subject, subject);
        claims.setAudience("account");
        return sign(claims, KEYS.getPrivate());
    }

    static String signedByAnother(String subject) {
        return sign(claims(subject, subject, subject), generate().getPrivate());
    }

    private static JwtClaims claims(String subject, @Nullable String username, @Nullable String name,
            String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setAudience("qalam-newsroom");
        claims.setStringClaim("preferred_username", username);
        claims.setStringClaim("name", name);
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        return claims;
    }

    private static String sign(JwtClaims claims, PrivateKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
