package kz.qalam.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a command was typed among: the checkout, the environment, and whom it speaks to. */
record Circumstances(Checkout checkout, Map<String, String> environment, Voice voice) {

    /** The instance that the command means; it must run. */
    Instance running(Optional<Path> data) {
        return Instance.find(checkout, data).filter(Instance::isRunning).orElseThrow(() -> new Trouble("not-running"));
    }
}
