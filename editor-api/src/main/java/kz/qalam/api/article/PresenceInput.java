package kz.qalam.api.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.api.Input;

@Schema(name = "PresenceInput", requiredProperties = "unsaved")
record PresenceInput(@Schema(description = "Whether there are changes that are not saved.") Boolean unsaved)
        implements
            Input {}
