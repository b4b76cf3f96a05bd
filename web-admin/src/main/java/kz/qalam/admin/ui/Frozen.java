package kz.qalam.admin.ui;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import kz.qalam.core.publication.Freeze;
import kz.qalam.core.publication.Freezing;

/** Whether releases are stopped: said on every page, to everybody. */
@Named("freeze")
@RequestScoped
public class Frozen {

    private final Freezing freezing;
    private final Visitor visitor;

    Frozen(Freezing freezing, Visitor visitor) {
        this.freezing = freezing;
        this.visitor = visitor;
    }

    public Optional<Freeze> now() {
        return freezing.current();
    }

    /** Whether whoever looks may stop releases and let them go on. */
    public boolean isOpen() {
        return Freezing.isOpenTo(visitor.actor());
    }
}
