package kz.qalam.admin.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import kz.qalam.core.publication.Publications;

/** What everybody at the desk must see of the house itself. */
@Named("house")
@RequestScoped
public class HouseState {

    private final Publications publications;

    HouseState(Publications publications) {
        this.publications = publications;
    }

    /** Whether it was restored and publishes nothing yet. */
    public boolean isHeld() {
        return publications.heldSince().isPresent();
    }
}
