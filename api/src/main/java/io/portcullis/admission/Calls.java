package io.portcullis.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many calls each address has at the moment, and a bound of it. */
final class Calls {

    private final int most;
    private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    Calls(int most) {
        this.most = most;
    }

    /** @return false when the address has as many as it may; it has not one more then */
    boolean begin(String address) {
        boolean[] begun = new boolean[1];
        byAddress.compute(address, (same, calls) -> {
            int now = calls == null ? 0 : calls;
            begun[0] = now < most;
            return begun[0] ? Integer.valueOf(now + 1) : calls;
        });
        return begun[0];
    }

    void end(String address) {
        byAddress.computeIfPresent(address, (same, calls) -> calls == 1 ? null : Integer.valueOf(calls - 1));
    }
}
