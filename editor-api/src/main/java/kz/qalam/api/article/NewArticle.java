package kz.qalam.api.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;
import kz.qalam.core.copy.Copy;

@Schema(name = "NewArticle", requiredProperties = "copy")
record NewArticle(@Schema(ref = "Copy") Copy copy,
        @Schema(description = "The desk's id or slug; left out, it is the person's first.") @Nullable String desk)
        implements
            Input {}
