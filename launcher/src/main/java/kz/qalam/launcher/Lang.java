package kz.qalam.launcher;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.LineTool;
import kz.qalam.core.language.LineTools;
import kz.qalam.core.language.UnknownTool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./qalam lang KEY}: a tool for the language, lines in on standard input, as many lines out in the same order. */
@Command(name = "lang", mixinStandardHelpOptions = true)
final class Lang implements Callable<Integer> {

    private final Circumstances circumstances;

    @Parameters(index = "0", paramLabel = "KEY")
    private String key = "";

    @Parameters(index = "1..*", paramLabel = "OPTION", arity = "0..*")
    private @Nullable List<String> arguments;

    Lang(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() throws IOException {
        Voice voice = circumstances.voice();
        LineTool tool;
        try {
            tool = open();
        } catch (UnknownTool unknown) {
            voice.warn("lang." + unknown.part(), unknown.what(),
                    unknown.part() == UnknownTool.Part.KEY ? String.join(", ", LineTools.keys()) : key);
            return 2;
        }
        try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
            return new Lines(in, voice.out(), voice).through(tool) ? 0 : 1;
        }
    }

    /** Options are {@code --name value} or {@code --name=value}; what is no option is a file. */
    private LineTool open() throws UnknownTool {
        Map<String, String> options = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        List<String> given = arguments == null ? List.of() : arguments;
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--")) {
                files.add(Path.of(argument));
            } else if (equals > 0) {
                options.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else {
                options.put(argument.substring(2), i + 1 < given.size() ? given.get(++i) : "");
            }
        }
        return LineTools.open(key, options, files);
    }

}
