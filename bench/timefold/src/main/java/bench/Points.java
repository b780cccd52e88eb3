package bench;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;

/** Faults (hard) and points (soft), kept as seats change: take the seat out, put it back changed. */
public class Points implements IncrementalScoreCalculator<Roster, HardSoftLongScore> {
    /** A fault that is not counted in quarters weighs as much as a block. */
    private static final int BLOCK = 16;

    private Pool pool;
    private int[][] used, given;
    private int[][][] at;
    private int[][] places;
    private int[][] placesMost;
    private int[] total, people, placeGiven, led;
    private int[] engineers, load, producers, others;
    private int[][] busy, alone;
    private int[][] onLine;
    private long hard, soft;

    @Override
    public void resetWorkingSolution(Roster roster) {
        pool = roster.getPool();
        int talents = pool.free.length, lines = pool.lines.length, months = pool.months;
        used = new int[talents][months];
        given = new int[lines][];
        at = new int[talents][months][pool.tier.length];
        places = new int[talents][months];
        placesMost = new int[talents][months];
        total = new int[lines];
        people = new int[lines];
        onLine = new int[lines][];
        placeGiven = pool.placeBase.clone();
        led = pool.ledBase.clone();
        engineers = new int[led.length];
        load = pool.shareBase.clone();
        producers = pool.producersBase.clone();
        others = pool.othersBase.clone();
        busy = new int[talents][months];
        alone = new int[talents][months];
        for (int line = 0; line < lines; line++) {
            given[line] = pool.lines[line].base.clone();
            onLine[line] = new int[pool.pairs[line].length];
        }
        for (int[] pin : pool.pinnedPlaces) {
            if (at[pin[0]][pin[1]][pin[2]]++ == 0) {
                places[pin[0]][pin[1]]++;
            }
        }
        for (int talent = 0; talent < talents; talent++) {
            for (int month = 0; month < months; month++) {
                placesMost[talent][month] =
                        Math.max(pool.placesAtOnce[talent], places[talent][month]);
            }
        }
        hard = 0;
        soft = 0;
        roster.getSeats().forEach(seat -> count(seat, 1));
    }

    @Override
    public void beforeEntityAdded(Object entity) {
    }

    @Override
    public void afterEntityAdded(Object entity) {
        count((Seat) entity, 1);
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        count((Seat) entity, -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        count((Seat) entity, 1);
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        count((Seat) entity, -1);
    }

    @Override
    public void afterEntityRemoved(Object entity) {
    }

    @Override
    public HardSoftLongScore calculateScore() {
        return HardSoftLongScore.of(hard, soft);
    }

    private void count(Seat seat, int sign) {
        Pool.Pair pair = seat.pair();
        if (pair == null) {
            return;
        }
        Pool.Line line = pool.lines[seat.line];
        int talent = pair.talent, sum = 0, kept = 0;
        hard += missing(seat.line);
        for (int month = 0; month < pool.months; month++) {
            int hours = seat.hours(month);
            if (hours == 0) {
                continue;
            }
            sum += hours;
            kept += Math.min(hours, pair.before[month]);
            hard += over(used[talent][month], pool.free[talent][month]);
            used[talent][month] += sign * (hours + pair.overhead[month]);
            hard -= over(used[talent][month], pool.free[talent][month]);
            hard += over(given[seat.line][month], line.asked[month]);
            given[seat.line][month] += sign * hours;
            hard -= over(given[seat.line][month], line.asked[month]);
            visit(talent, month, line.place, sign);
            hard += BLOCK * crowd(talent, month);
            busy[talent][month] += sign;
            alone[talent][month] += line.exclusive ? sign : 0;
            hard -= BLOCK * crowd(talent, month);
        }
        total[seat.line] += sign * sum;
        boolean began = people[seat.line] == 0;
        people[seat.line] += sign;
        if (began != (people[seat.line] == 0) && !line.pinned) {
            start(line, sign);
        }
        hard -= missing(seat.line);
        int choice = seat.getChoice();
        hard += BLOCK * over(onLine[seat.line][choice], 1);
        onLine[seat.line][choice] += sign;
        hard -= BLOCK * over(onLine[seat.line][choice], 1);
        chain(line, sign);
        soft += (long) pool.balance * over(load[talent], pool.share[talent]);
        load[talent] += sign * sum;
        soft -= (long) pool.balance * over(load[talent], pool.share[talent]);
        soft -= pool.coverage * Math.min(placeGiven[line.place], pool.tier[line.place]);
        placeGiven[line.place] += sign * sum;
        soft += pool.coverage * Math.min(placeGiven[line.place], pool.tier[line.place]);
        soft += sign * (pair.rate * sum - pool.setup + pair.bonus + (long) pool.keepHours * kept);
    }

    /** Lines that an exclusive one does not let stand beside it. */
    private int crowd(int talent, int month) {
        return alone[talent][month] == 0 ? 0 : busy[talent][month] - 1;
    }

    /** A line is started, or left: producers cover the others of their request. */
    private void start(Pool.Line line, int sign) {
        soft -= (long) pool.producer * covered(line.request);
        if (line.isProducer) {
            producers[line.request] += sign;
        } else {
            others[line.request] += sign;
        }
        soft += (long) pool.producer * covered(line.request);
    }

    private int covered(int request) {
        return producers[request] > 0 ? others[request] : 0;
    }

    private void visit(int talent, int month, int place, int sign) {
        int[] here = at[talent][month];
        int before = here[place];
        here[place] += sign;
        if ((before == 0) != (here[place] == 0)) {
            hard += BLOCK * over(places[talent][month], placesMost[talent][month]);
            places[talent][month] += sign;
            hard -= BLOCK * over(places[talent][month], placesMost[talent][month]);
        }
    }

    /** An engineer needs a PM on the same request. */
    private void chain(Pool.Line line, int sign) {
        if (!line.isPm && !line.needsPm) {
            return;
        }
        hard += BLOCK * orphans(line.request);
        if (line.isPm) {
            led[line.request] += sign;
        } else {
            engineers[line.request] += sign;
        }
        hard -= BLOCK * orphans(line.request);
    }

    private int orphans(int request) {
        return led[request] > 0 ? 0 : engineers[request];
    }

    private int missing(int line) {
        boolean exempt = people[line] == 0 || pool.lines[line].pinned;
        return exempt ? 0 : over(pool.lines[line].minimum, total[line]);
    }

    private static int over(int value, int most) {
        return Math.max(0, value - most);
    }
}
