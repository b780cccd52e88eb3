package bench;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.ArrayList;
import java.util.List;

/** One place on a line: who takes it, and what part of the hours asked they give in each month. */
@PlanningEntity
public class Seat {
    @PlanningId
    public int id;
    public int line;
    private Pool pool;
    private List<Integer> choices = new ArrayList<>();
    private List<Integer> parts = new ArrayList<>();

    /** Which of the line's pairs; null where nobody takes the seat. */
    @PlanningVariable(valueRangeProviderRefs = "choices", allowsUnassigned = true)
    private Integer choice;

    /** Percent of the hours asked. */
    @PlanningVariable(valueRangeProviderRefs = "parts")
    private Integer part;

    public Seat() {
    }

    Seat(int id, int line, Pool pool) {
        this.id = id;
        this.line = line;
        this.pool = pool;
        for (int at = 0; at < pool.pairs[line].length; at++) {
            choices.add(at);
        }
        int asked = 0;
        for (int hours : pool.lines[line].asked) {
            asked += hours;
        }
        int least = (pool.lines[line].minimum * 100 + asked - 1) / Math.max(1, asked);
        if (pool.lines[line].slots > 1 || pool.lines[line].pinned) {
            least = 25;
        }
        for (int percent : new int[] {100, 90, 80, 70, 60, 50, 40, 25}) {
            if (percent > least) {
                parts.add(percent);
            }
        }
        parts.add(Math.min(100, least));
    }

    /** The pair; null where nobody takes the seat. */
    Pool.Pair pair() {
        return choice == null || part == null ? null : pool.pairs[line][choice];
    }

    /** Quarters in a month: the part, as far as the talent has them, at least a block. */
    int hours(int month) {
        Pool.Pair pair = pair();
        int asked = pool.lines[line].asked[month];
        if (pair.most[month] == 0) {
            return 0;
        }
        int wanted = Math.max(pair.least[month], (asked * part + 99) / 100);
        return Math.min(wanted, pair.most[month]);
    }

    @ValueRangeProvider(id = "choices")
    public List<Integer> getChoices() {
        return choices;
    }

    @ValueRangeProvider(id = "parts")
    public List<Integer> getParts() {
        return parts;
    }

    public Integer getChoice() {
        return choice;
    }

    public void setChoice(Integer choice) {
        this.choice = choice;
    }

    public Integer getPart() {
        return part;
    }

    public void setPart(Integer part) {
        this.part = part;
    }
}
