package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TravelTest {

    private static final long HOUR = 3_600_000;
    private static final Place BERLIN = Place.of(52.52, 13.405);
    private static final Place POTSDAM = Place.of(52.4, 13.06);
    private static final Place NEW_YORK = Place.of(40.713, -74.006);

    private final Travel travel = new Travel(0);
    private final Cells cells = new Cells();

    private double at(long time, Place place) {
        travel.add(cells, time, place);
        return travel.speed(cells);
    }

    @Test
    void givenAFlight_thenTheSpeedIsThatOfAnAeroplane() {
        assertThat(at(0, BERLIN)).isZero();
        assertThat(at(8 * HOUR, NEW_YORK)).isCloseTo(6_385 / 8.0, within(5.0));
    }

    @Test
    void givenAnotherContinentWithinTheHour_thenNobodyTravelsSoFast() {
        at(0, BERLIN);
        assertThat(at(HOUR / 2, NEW_YORK)).isCloseTo(2 * 6_385, within(20.0));
        assertThat(at(HOUR / 2 + 1, BERLIN)).isGreaterThan(100_000);
    }

    @Test
    void givenTheNextTown_orNoPlace_thenItDidNotMove() {
        at(0, BERLIN);
        assertThat(at(1, POTSDAM)).isZero();
        at(2, NEW_YORK);
        travel.add(cells, 3, Place.UNKNOWN);
        assertThat(travel.speed(cells)).isZero();
    }

    @Test
    void givenAnActivityThatComesLate_thenItIsMeasured_andTheLatestPlaceStays() {
        at(10 * HOUR, BERLIN);
        assertThat(at(2 * HOUR, NEW_YORK)).isCloseTo(6_385 / 8.0, within(5.0));
        assertThat(at(11 * HOUR, BERLIN)).isZero();
    }

    @Test
    void givenDegreesThatAreNone_thenThePlaceIsUnknown() {
        assertThat(Place.of(91, 0).isKnown()).isFalse();
        assertThat(Place.of(0, -181).isKnown()).isFalse();
        assertThat(Place.of(Double.NaN, 0).isKnown()).isFalse();
        assertThat(Place.of(-90, 180).isKnown()).isTrue();
    }

    @Test
    void whatIsSavedGoesOnTheSame() {
        at(0, BERLIN);
        Cells restored = Copies.copy(cells);
        travel.add(restored, 8 * HOUR, NEW_YORK);
        assertThat(travel.speed(restored)).isEqualTo(at(8 * HOUR, NEW_YORK));
    }
}
