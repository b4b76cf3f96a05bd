package kz.qalam.api.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.api.Input;

@Schema(name = "RestorationInput", requiredProperties = "revision")
record RestorationInput(@Schema(description = "The revision to bring back.") Integer revision) implements Input {}
