package kz.qalam.api;

import java.io.IOException;
import java.io.InputStream;

import kz.qalam.api.problem.Fault;
import kz.qalam.api.problem.RequestRefused;

/** Reading what was sent, up to a limit. */
public final class Bodies {

    private Bodies() {
    }

    /**
     * All that was sent.
     *
     * @param most bytes; what follows is not read
     * @throws RequestRefused when there is more
     */
    public static byte[] bytes(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new RequestRefused(Fault.TOO_LARGE);
        }
        return bytes;
    }
}
