package io.portcullis.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Simulates in a process of its own, whose language, time zone, encoding and hash codes are unlike this one's. */
final class OtherMachine {

    private OtherMachine() {}

    static void write(long activities, long seed, String heap, Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.timezone=Asia/Kolkata",
                "-Dfile.encoding=UTF-16",
                "-cp",
                System.getProperty("java.class.path"),
                OtherMachine.class.getName()));
        command.addAll(List.of(Long.toString(activities), Long.toString(seed), file.toString()));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("simulating with " + heap + " of heap exits with " + exit);
        }
    }

    public static void main(String[] args) throws IOException {
        Simulation simulation =
                new Simulation(Long.parseLong(args[0]), Long.parseLong(args[1]), EnumSet.allOf(Attack.class));
        SimulationFile.write(simulation, Path.of(args[2]), written -> {});
    }
}
