package kz.qalam.publishing.relay;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.target.FileChanged;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Pressed;
import kz.qalam.publishing.target.TargetFailed;

/** This process's turn at the target: taken when it is free, kept by renewing its lease, and left at the end. */
final class Reign {
    private static final Logger LOG = Logger.getLogger(Reign.class);

    private final Archive archive;
    private final Targets targets;
    private final Deliveries deliveries;
    private final RelayConfig config;
    private final Consumer<FileChanged> changes;
    private final Holder holder;
    private volatile @Nullable Press press;

    Reign(Archive archive, Targets targets, Deliveries deliveries, RelayConfig config, Consumer<FileChanged> changes) {
        this.archive = archive;
        this.targets = targets;
        this.deliveries = deliveries;
        this.config = config;
        this.changes = changes;
        this.holder = new Holder(config.folder());
    }

    /** The press as it is, whether it may print now or not. */
    @Nullable
    Press current() {
        return press;
    }

    /** The press, if this process may print; takes the target over if it is free. */
    @Nullable
    Press press() {
        var current = press;
        if (current != null && !current.lease().held()) {
            current.lease().renew();
        }
        if (current != null && current.lease().lost()) {
            LOG.warn("another process has taken the target over");
            drop();
            current = null;
        }
        return current == null ? takeOver() : current;
    }

    private @Nullable Press takeOver() {
        var last = targets.holder(config.target());
        var ended = holder.name().equals(last) || holder.hasEnded(last);
        var lease = Lease.take(targets, config.target(), holder.name(), config.lease(), System::nanoTime,
                ended ? last : null);
        if (lease == null) {
            return null;
        }
        LOG.infof("writing target %s, epoch %d, from release %d", lease.target(), lease.epoch(), lease.position());
        var folder = Folder.open(config.folder(), lease, changes, Pressed.called(config.compressed()));
        press = press(folder, lease, lease.position());
        return press;
    }

    /** Goes on with the folder that stands there now, under the same lease. */
    void reopen() {
        var current = press;
        if (current != null) {
            drop();
            press = press(Folder.open(config.folder(), current.lease(), changes, Pressed.called(config.compressed())),
                    current.lease(), current.position());
        }
    }

    private Press press(Folder folder, Lease lease, long position) {
        try {
            holder.sign();
        } catch (IOException e) {
            throw new TargetFailed("the writer's name cannot be written", e);
        }
        var opened = new Press(archive, deliveries, folder, lease, new Site(config.siteName(), config.siteUrl()),
                new Assets(), Clock.offset(Clock.systemUTC(), config.ahead()), Press.REST);
        opened.resume(position);
        return opened;
    }

    private void drop() {
        press = null;
        try {
            holder.close();
        } catch (IOException e) {
            LOG.debug("the writer's file was closed already", e);
        }
    }

    /** Asks for another term. If the database stays away, the lease lapses by itself. */
    void renew() {
        var current = press;
        if (current != null && !current.lease().lost()) {
            try {
                current.lease().renew();
            } catch (RuntimeException e) {
                LOG.warnf("the lease could not be renewed: %s", e.getClass().getSimpleName());
            }
        }
    }

    /** After a lost database: a lease that nobody took meanwhile goes on from where the database says it had come. */
    void resume() {
        var current = press;
        if (current != null) {
            current.lease().renew();
            if (!current.lease().lost()) {
                current.resume(targets.position(config.target()));
            }
        }
    }

    /** Leaves the target, so that the next writer need not wait. */
    void end() {
        var current = press;
        if (current != null) {
            try {
                current.lease().leave();
            } catch (RuntimeException e) {
                LOG.debug("the lease is left to run out", e);
            }
            drop();
        }
    }
}
