package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AddressRangesTest {

    private final AddressRanges.Builder ranges = new AddressRanges.Builder();

    private static Set<String> find(AddressRanges ranges, String address) {
        return ranges.find(AddressRanges.address(address).orElseThrow());
    }

    @Test
    void givenRangesWithinRanges_thenAnAddressHasTheNamesOfAllThatHoldIt() {
        ranges.add("10.1.2.0/24", "inner");
        ranges.add("10.0.0.0/8", "outer");
        ranges.add("10.1.2.3", "one");
        ranges.add("10.1.2.3/32", "the same");
        ranges.add("0.0.0.0/0", "all");
        AddressRanges built = ranges.build();

        assertThat(find(built, "10.1.2.3")).containsExactlyInAnyOrder("all", "outer", "inner", "one", "the same");
        assertThat(find(built, "10.1.2.4")).containsExactlyInAnyOrder("all", "outer", "inner");
        assertThat(find(built, "10.1.3.0")).containsExactlyInAnyOrder("all", "outer");
        assertThat(find(built, "255.255.255.255")).containsExactly("all");
        assertThat(find(built, "::1")).isEmpty();
    }

    @Test
    void givenRangesOfVersion6_thenBothHalvesOfAnAddressCount() {
        ranges.add("2001:db8::/32", "short");
        ranges.add("2001:db8:0:0:8000::/65", "long");
        ranges.add("ffff::/16", "last");
        ranges.add("::/0", "all");
        AddressRanges built = ranges.build();

        assertThat(find(built, "2001:db8::8000:0:0:1")).containsExactlyInAnyOrder("all", "short", "long");
        assertThat(find(built, "2001:db8::7fff:0:0:1")).containsExactlyInAnyOrder("all", "short");
        assertThat(find(built, "ffff::1")).containsExactlyInAnyOrder("all", "last");
        assertThat(find(built, "10.0.0.1")).isEmpty();
    }

    @Test
    void givenAnIPv4AddressWrittenAsIPv6_thenItIsThatAddress() {
        ranges.add("::ffff:192.0.2.0/120", "mapped");

        assertThat(find(ranges.build(), "192.0.2.7")).containsExactly("mapped");
    }

    @Test
    void givenWhatIsNoRange_thenItIsNotAdded() {
        assertThat(ranges.add("192.0.2.7/24", "x")).contains("did you mean 192.0.2.0/24?");
        assertThat(ranges.add("192.0.2", "x")).contains("is no address");
        assertThat(find(ranges.build(), "192.0.2.7")).isEmpty();
    }

    @Test
    void givenManyRangesInAnyOrder_thenEachAddressIsFoundAsByLookingAtAll() {
        Random random = new Random(7);
        record Range(IPAddress block, String name) {}
        List<Range> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int length = 1 + random.nextInt(32);
            int bits = random.nextInt() & -1 << (32 - length);
            String text = dotted(bits) + "/" + length;
            String name = "list-" + random.nextInt(5);
            assertThat(ranges.add(text, name)).isEmpty();
            all.add(new Range(AddressRanges.range(text).orElseThrow().toPrefixBlock(), name));
        }
        AddressRanges built = ranges.build();

        for (int i = 0; i < 2_000; i++) {
            IPAddress address = AddressRanges.address(dotted(random.nextInt())).orElseThrow();
            Set<String> expected = new TreeSet<>();
            all.stream().filter(range -> range.block().contains(address)).forEach(range -> expected.add(range.name()));
            assertThat(built.find(address)).as(address.toString()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String dotted(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }
}
