package kz.qalam.core.darkroom;

import java.time.Duration;
import java.util.Objects;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A vault in S3-compatible storage. Storage that refuses, or is slow beyond measure, is away; nothing counts as kept then. */
final class BucketVault implements Vault {

    private static final Duration ONE_TRY = Duration.ofSeconds(10);
    private static final Duration ALL_TRIES = Duration.ofSeconds(25);

    private final S3Client storage;
    private final String bucket;

    BucketVault(Settings settings) {
        this(settings, ONE_TRY, ALL_TRIES);
    }

    /** @param oneTry of several; @param allTries after which the storage is away */
    BucketVault(Settings settings, Duration oneTry, Duration allTries) {
        bucket = Objects.requireNonNull(settings.bucket());
        S3ClientBuilder builder = S3Client.builder().region(Region.of(settings.region())).forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(3))
                        .socketTimeout(oneTry).build())
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(oneTry).apiCallTimeout(allTries));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        String accessKey = settings.accessKey();
        String secretKey = settings.secretKey();
        if (accessKey != null && secretKey != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        }
        storage = builder.build();
    }

    @Override
    public String keep(Shelf shelf, byte[] bytes) {
        String digest = Digests.hex(Digests.of(bytes));
        try {
            storage.putObject(put -> put.bucket(bucket).key(shelf.place(digest)), RequestBody.fromBytes(bytes));
            return digest;
        } catch (SdkException e) {
            throw new VaultAway("a picture could not be kept", e);
        }
    }

    @Override
    public byte[] fetch(Shelf shelf, String digest) {
        byte[] bytes;
        try {
            bytes = storage.getObjectAsBytes(get -> get.bucket(bucket).key(shelf.place(digest))).asByteArray();
        } catch (SdkException e) {
            throw new VaultAway("a picture could not be read", e);
        }
        if (!Digests.hex(Digests.of(bytes)).equals(digest)) {
            throw new VaultAway("a picture is not what was kept");
        }
        return bytes;
    }

    @Override
    public void close() {
        storage.close();
    }
}
