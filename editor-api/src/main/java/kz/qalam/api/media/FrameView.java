package kz.qalam.api.media;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.api.Input;
import kz.qalam.core.darkroom.Frame;

@Schema(name = "Frame", description = "A part of the picture as it is seen upright, in ten-thousandths of its width and height.")
record FrameView(int x, int y, int w, int h) implements Input {

    static FrameView of(Frame frame) {
        return new FrameView(frame.x(), frame.y(), frame.w(), frame.h());
    }
}
