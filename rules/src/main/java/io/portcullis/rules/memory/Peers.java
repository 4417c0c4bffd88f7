package io.portcullis.rules.memory;

/**
 * How those of one kind use an endpoint: the 99.9th percentile of how many activities of a tally one of them has there
 * in a window. Windows follow each other and begin at multiples of their width.
 *
 * <p>The current window counts for each peer by itself, up to {@value #MOST} of them. With more, it counts a sample of
 * them, halved by their hashes whenever it is full: whoever is in it was counted from the window's beginning, and nobody
 * of the others comes into the histogram with a count that is not his. When the window ends, its counts go into a
 * histogram, which is halved every week; the percentile is that of the histogram, so it is one number for a whole window
 * and costs nothing to ask for. It is the upper edge of its bucket: never too low, and at most a sixteenth too high.
 * Below 1000 known counts, it is the largest of them.
 *
 * <p>The histogram pools the windows of all peers; each has the same weight, and whoever is asked about is one of them.
 * So that nobody makes himself the measure, no count goes in with more than a quarter above the percentile so far: it
 * follows habits that change within some windows, but an attack of hours stays one. The first percentile is at most
 * {@value #OUTLIER} times the median. Nor has a window more weight than
 * its sample, however many somebody pretends to be in it. It speaks once it knows {@value #ENOUGH} counts, of no fewer
 * than {@value #ENOUGH_PEERS} different peers in this week and the one before.
 *
 * <p>An activity that is older than the window is not counted, nor is one from the future of the log's clock, or else
 * one broken clock would end the window for all peers. Nothing changes but by activities that count.
 *
 * <p>This is the idea of DDSketch, with buckets that need whole numbers alone. The library keeps its counts in objects of
 * its own, and finds buckets by a floating-point logarithm that machines may round differently.
 *
 * <p>In its region lie the words named below, the histogram (the slot's note tells how many words), and the table of
 * the window: a hash table with open addressing, in each word the upper bits of a peer's hash and his count.
 */
final class Peers extends Slot {

    /** The most peers that are counted in a window. */
    static final int MOST = 512;

    static final int ENOUGH = 100;

    static final int ENOUGH_PEERS = 20;

    /** What is this many times the median may be an attack that was there before anybody else. */
    static final int OUTLIER = 16;

    /** One in so many counts is above the percentile. */
    private static final int ONE_IN = 1_000;

    private static final long WEEK = 7 * 86_400_000L;

    /** What a count weighs at first: it fades away over six weeks. */
    private static final long WEIGHT = 64;

    /** How many of the buckets it takes for a count to double. */
    private static final int BUCKETS_OF_A_DOUBLING = 16;

    /** The words before the histogram: the number of the window, */
    private static final int WINDOW = 0;

    /** a bit for each peer of this week and of the week before, where several may share one, */
    private static final int MET = 1;

    private static final int MET_BEFORE = 2;

    /** the percentile, 0 while it is not known, */
    private static final int PERCENTILE = 3;

    /** how many leading bits of a peer's hash have to be 0 for the sample, */
    private static final int LEVEL = 4;

    /** and how many peers are in the table. */
    private static final int SIZE = 5;

    private static final int HEAD = 6;

    private static final int INITIAL_CAPACITY = 8;

    private final int kind;
    private final long width;

    /**
     * @param kind whose peers, by its ordinal
     * @param width of a window, milliseconds
     */
    Peers(int index, int kind, long width) {
        super(index);
        this.kind = kind;
        this.width = width;
    }

    @Override
    void fold(Touch touch) {
        long peer = touch.activity().hash(kind);
        if (peer != 0 && !touch.isFromTheFuture()) {
            add(touch.cells(), touch.time(), peer);
        }
    }

    void add(Cells cells, long time, long peer) {
        long window = Math.floorDiv(time, width);
        int at = cells.at(index);
        if (at == Cells.NOWHERE) {
            at = cells.open(index, HEAD, HEAD + INITIAL_CAPACITY);
            cells.set(at + WINDOW, window);
        } else if (window > cells.get(at + WINDOW)) {
            end(cells, window);
            at = cells.at(index);
        }
        if (window == cells.get(at + WINDOW) && isSampled(peer, cells.get(at + LEVEL))) {
            count(cells, at, peer);
        }
    }

    /** 0 while too little is known. */
    long percentile(Cells cells) {
        int at = cells.at(index);
        return at == Cells.NOWHERE ? 0 : cells.get(at + PERCENTILE);
    }

    private void count(Cells cells, int at, long peer) {
        int capacity = capacity(cells, at);
        int found = capacity == 0 ? at : find(cells, table(cells, at), capacity, peer);
        if (capacity > 0 && cells.get(found) != 0) {
            cells.set(found, Tallied.more(cells.get(found)));
        } else if (cells.get(at + SIZE) == MOST) {
            sampleLess(cells, at);
            if (isSampled(peer, cells.get(at + LEVEL))) {
                count(cells, at, peer);
            }
        } else if (2 * cells.get(at + SIZE) >= capacity) {
            grow(cells, at, capacity);
            count(cells, cells.at(index), peer);
        } else {
            cells.set(found, Tallied.one(peer));
            cells.set(at + SIZE, cells.get(at + SIZE) + 1);
        }
    }

    private void grow(Cells cells, int at, int capacity) {
        long[] counts = take(cells, at);
        int more = Math.max(INITIAL_CAPACITY, capacity);
        int moved = cells.insert(index, cells.used(at), more);
        clear(cells, moved + cells.used(moved) - more, more);
        put(cells, moved, counts, 0);
    }

    private void sampleLess(Cells cells, int at) {
        while (cells.get(at + SIZE) == MOST) {
            cells.set(at + LEVEL, cells.get(at + LEVEL) + 1);
            put(cells, at, take(cells, at), cells.get(at + LEVEL));
        }
    }

    /** Empties the table. */
    private static long[] take(Cells cells, int at) {
        int table = table(cells, at);
        long[] counts = new long[capacity(cells, at)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = cells.get(table + i);
            cells.set(table + i, 0);
        }
        return counts;
    }

    /** Fills the empty table with those that are in the sample of that level. */
    private static void put(Cells cells, int at, long[] counts, long level) {
        int table = table(cells, at);
        int capacity = capacity(cells, at);
        long size = 0;
        for (long count : counts) {
            if (count != 0 && isSampled(count, level)) {
                cells.set(find(cells, table, capacity, count), count);
                size++;
            }
        }
        cells.set(at + SIZE, size);
    }

    /** Where the peer's count is, or would be: the table is never more than half full. */
    private static int find(Cells cells, int table, int capacity, long peer) {
        int mask = capacity - 1;
        int place = (int) (peer >>> Tallied.BITS) & mask;
        long found = cells.get(table + place);
        while (found != 0 && !Tallied.isOf(found, peer)) {
            place = place + 1 & mask;
            found = cells.get(table + place);
        }
        return table + place;
    }

    /** The upper bits choose the sample, the lower ones the place in the table. */
    private static boolean isSampled(long peer, long level) {
        return Long.numberOfLeadingZeros(peer) >= level;
    }

    /** Ends the window, and begins another. */
    private void end(Cells cells, long next) {
        int at = cells.at(index);
        long percentile = cells.get(at + PERCENTILE);
        long most = percentile == 0 ? Tallied.LARGEST : percentile + Math.max(1, percentile / 4);
        for (long count : take(cells, at)) {
            if (count != 0) {
                weigh(cells, bucket(Math.min(Tallied.count(count), most)));
                at = cells.at(index);
                cells.set(at + MET, cells.get(at + MET) | 1L << (count >>> Tallied.BITS));
            }
        }
        cells.remove(at, HEAD + cells.note(at), capacity(cells, at));
        cells.set(at + SIZE, 0);
        cells.set(at + LEVEL, 0);
        fade(cells, at, week(next) - week(cells.get(at + WINDOW)));
        cells.set(at + WINDOW, next);
        long now = percentileNow(cells, at);
        if (percentile == 0 && now > 0) {
            clip(cells, at);
            now = percentileNow(cells, at);
        }
        cells.set(at + PERCENTILE, now);
    }

    /** Until the first percentile, whoever came early counted in full: no count is left beyond that many medians. */
    private static void clip(Cells cells, int at) {
        int most = bucket(OUTLIER * upperEdge(median(cells, at)));
        for (int bucket = cells.note(at) - 1; bucket > most; bucket--) {
            int word = at + HEAD + bucket;
            cells.set(at + HEAD + most, cells.get(at + HEAD + most) + cells.get(word));
            cells.set(word, 0);
        }
    }

    private static int median(Cells cells, int at) {
        long half = 0;
        for (int bucket = 0; bucket < cells.note(at); bucket++) {
            half += cells.get(at + HEAD + bucket);
        }
        half /= 2;
        int bucket = 0;
        for (long below = cells.get(at + HEAD); below <= half && bucket < cells.note(at) - 1; ) {
            bucket++;
            below += cells.get(at + HEAD + bucket);
        }
        return bucket;
    }

    private long week(long window) {
        return Math.floorDiv(window * width, WEEK);
    }

    private void weigh(Cells cells, int bucket) {
        int at = cells.at(index);
        int buckets = cells.note(at);
        if (bucket >= buckets) {
            at = cells.insert(index, HEAD + buckets, bucket + 1 - buckets);
            clear(cells, at + HEAD + buckets, bucket + 1 - buckets);
            cells.note(at, bucket + 1);
        }
        int word = at + HEAD + bucket;
        cells.set(word, cells.get(word) + WEIGHT);
    }

    private static void fade(Cells cells, int at, long weeks) {
        if (weeks == 0) {
            return;
        }
        cells.set(at + MET_BEFORE, weeks == 1 ? cells.get(at + MET) : 0);
        cells.set(at + MET, 0);
        for (int word = at + HEAD; word < table(cells, at); word++) {
            cells.set(word, cells.get(word) >> Math.min(weeks, Long.SIZE - 1));
        }
    }

    private static long percentileNow(Cells cells, int at) {
        long total = 0;
        for (int word = at + HEAD; word < table(cells, at); word++) {
            total += cells.get(word);
        }
        if (total < ENOUGH * WEIGHT || Long.bitCount(cells.get(at + MET) | cells.get(at + MET_BEFORE)) < ENOUGH_PEERS) {
            return 0;
        }
        int bucket = cells.note(at) - 1;
        long above = cells.get(at + HEAD + bucket);
        while (above * ONE_IN <= total) {
            bucket--;
            above += cells.get(at + HEAD + bucket);
        }
        return upperEdge(bucket);
    }

    /** Small counts have a bucket of their own. */
    static int bucket(long count) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(count / (2 * BUCKETS_OF_A_DOUBLING)));
        return BUCKETS_OF_A_DOUBLING * shift + (int) (count >>> shift);
    }

    /** The largest count of the bucket. */
    static long upperEdge(int bucket) {
        int shift = Math.max(0, bucket / BUCKETS_OF_A_DOUBLING - 1);
        return (bucket - (long) BUCKETS_OF_A_DOUBLING * shift + 1 << shift) - 1;
    }

    private static void clear(Cells cells, int from, int count) {
        for (int word = from; word < from + count; word++) {
            cells.set(word, 0);
        }
    }

    /** Where the table begins. */
    private static int table(Cells cells, int at) {
        return at + HEAD + cells.note(at);
    }

    private static int capacity(Cells cells, int at) {
        return cells.used(at) - HEAD - cells.note(at);
    }
}
