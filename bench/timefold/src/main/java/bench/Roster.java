package bench;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.ArrayList;
import java.util.List;

/** A plan: the seats of all lines. */
@PlanningSolution
public class Roster {
    private Pool pool;
    private List<Seat> seats = new ArrayList<>();
    private HardSoftLongScore score;

    public Roster() {
    }

    Roster(Pool pool) {
        this.pool = pool;
        for (int line = 0; line < pool.lines.length; line++) {
            for (int slot = 0; slot < pool.lines[line].slots; slot++) {
                if (pool.pairs[line].length > 0) {
                    seats.add(new Seat(seats.size(), line, pool));
                }
            }
        }
    }

    @ProblemFactProperty
    public Pool getPool() {
        return pool;
    }

    public void setPool(Pool pool) {
        this.pool = pool;
    }

    @PlanningEntityCollectionProperty
    public List<Seat> getSeats() {
        return seats;
    }

    public void setSeats(List<Seat> seats) {
        this.seats = seats;
    }

    @PlanningScore
    public HardSoftLongScore getScore() {
        return score;
    }

    public void setScore(HardSoftLongScore score) {
        this.score = score;
    }
}
