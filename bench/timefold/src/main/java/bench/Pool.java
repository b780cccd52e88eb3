package bench;

import java.io.IOException;
import java.io.StreamTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The problem as arrays, read from the numbers that the Python side writes. */
final class Pool {
    int months;
    int[] placesAtOnce;
    int[][] free;
    int[] tier;
    int[] placeBase;
    int[] ledBase;
    Line[] lines;
    /** Of each line: who may serve it. */
    Pair[][] pairs;
    /** Pinned at a place in a month: talent, month, place. */
    int[][] pinnedPlaces;
    int coverage;
    int setup;
    int keepHours;
    int producer;
    int balance;
    /** Of each talent: quarters that cost nothing, and those of the pins. */
    int[] share, shareBase;
    /** Of each request: started lines with a pin, those of producers and the others. */
    int[] producersBase, othersBase;

    static final class Line {
        int place, request, slots, minimum;
        boolean pinned, needsPm, isPm, isProducer, exclusive;
        int[] asked, base;
    }

    static final class Pair {
        int talent;
        long rate, bonus;
        int[] most, least, before, overhead;
    }

    private final StreamTokenizer in;

    private Pool(StreamTokenizer in) {
        this.in = in;
    }

    static Pool read(Path path) throws IOException {
        try (var reader = Files.newBufferedReader(path)) {
            return new Pool(new StreamTokenizer(reader)).filled();
        }
    }

    private Pool filled() throws IOException {
        months = next();
        coverage = next();
        setup = next();
        keepHours = next();
        producer = next();
        balance = next();
        int talents = next();
        placesAtOnce = new int[talents];
        free = new int[talents][];
        share = new int[talents];
        shareBase = new int[talents];
        for (int t = 0; t < talents; t++) {
            placesAtOnce[t] = next();
            share[t] = next();
            shareBase[t] = next();
            free[t] = row(months);
        }
        tier = row(next());
        placeBase = row(tier.length);
        ledBase = row(next());
        producersBase = row(ledBase.length);
        othersBase = row(ledBase.length);
        lines = new Line[next()];
        pairs = new Pair[lines.length][];
        for (int at = 0; at < lines.length; at++) {
            lines[at] = line();
            pairs[at] = new Pair[next()];
            for (int k = 0; k < pairs[at].length; k++) {
                pairs[at][k] = pair();
            }
        }
        pinnedPlaces = new int[next()][];
        for (int at = 0; at < pinnedPlaces.length; at++) {
            pinnedPlaces[at] = row(3);
        }
        return this;
    }

    private Line line() throws IOException {
        Line line = new Line();
        line.place = next();
        line.request = next();
        line.slots = next();
        line.minimum = next();
        line.pinned = next() == 1;
        line.needsPm = next() == 1;
        line.isPm = next() == 1;
        line.isProducer = next() == 1;
        line.exclusive = next() == 1;
        line.asked = row(months);
        line.base = row(months);
        return line;
    }

    private Pair pair() throws IOException {
        Pair pair = new Pair();
        pair.talent = next();
        pair.rate = next();
        pair.bonus = next();
        pair.most = row(months);
        pair.least = row(months);
        pair.before = row(months);
        pair.overhead = row(months);
        return pair;
    }

    private int next() throws IOException {
        in.nextToken();
        return (int) in.nval;
    }

    private int[] row(int length) throws IOException {
        int[] row = new int[length];
        for (int at = 0; at < length; at++) {
            row[at] = next();
        }
        return row;
    }
}
