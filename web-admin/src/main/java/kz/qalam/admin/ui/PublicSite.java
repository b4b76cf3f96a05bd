package kz.qalam.admin.ui;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The site that readers see. */
@Named("site")
@ApplicationScoped
public class PublicSite {

    private final String address;

    PublicSite(@ConfigProperty(name = "qalam.site-url") URI address) {
        this.address = address.toString().replaceAll("/+$", "");
    }

    /** The list of a tag. */
    public String tagAddress(String slug) {
        return address("/tag/" + slug + "/");
    }

    /** @param path as a release has it, with slashes at both ends */
    public String address(String path) {
        return address + path;
    }
}
