package bench;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** `java bench.Peer IN OUT MILLISECONDS SEED`: the start of the virtual machine counts. */
public final class Peer {
    private Peer() {
    }

    public static void main(String[] arguments) throws IOException {
        Pool pool = Pool.read(Path.of(arguments[0]));
        var config = new SolverConfig()
                .withSolutionClass(Roster.class)
                .withEntityClasses(Seat.class)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withIncrementalScoreCalculatorClass(Points.class))
                .withRandomSeed(Long.parseLong(arguments[3]));
        long gone = ManagementFactory.getRuntimeMXBean().getUptime();
        long left = Math.max(100, Long.parseLong(arguments[2]) - gone);
        config.withTerminationSpentLimit(Duration.ofMillis(left));
        SolverFactory<Roster> factory = SolverFactory.create(config);
        Roster best = factory.buildSolver().solve(new Roster(pool));
        Files.writeString(Path.of(arguments[1]), written(pool, best));
        System.exit(0);
    }

    private static String written(Pool pool, Roster best) {
        var text = new StringBuilder();
        text.append(best.getScore().softScore()).append('\n');
        for (Seat seat : best.getSeats()) {
            if (seat.pair() != null) {
                text.append(seat.line).append(' ').append(seat.pair().talent);
                for (int month = 0; month < pool.months; month++) {
                    text.append(' ').append(seat.hours(month));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
