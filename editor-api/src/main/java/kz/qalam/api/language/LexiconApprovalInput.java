package kz.qalam.api.language;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.api.Input;

@Schema(name = "LexiconApprovalInput", requiredProperties = "version")
record LexiconApprovalInput(@Schema(description = "The version that was looked at: the newest.") int version)
        implements
            Input {}
