package io.portcullis.bench;

import io.portcullis.rules.vocabulary.Recall;
import org.jspecify.annotations.Nullable;

/** An entity that remembers nothing. */
final class Forgetful implements Recall {

    @Override
    public long count(String tally, String window) {
        return 0;
    }

    @Override
    public long distinct(String dimension, String tally, String window) {
        return 0;
    }

    @Override
    public double sum(String field, String tally, String window) {
        return 0;
    }

    @Override
    public double rate(String tally, String window) {
        return 0;
    }

    @Override
    public long since(String tally) {
        return Long.MAX_VALUE;
    }

    @Override
    public long age() {
        return 0;
    }

    @Override
    public double standing() {
        return 0;
    }

    @Override
    public boolean isNew(String dimension, String tally, String window) {
        return false;
    }

    @Override
    public double usual(String tally, String window) {
        return 0;
    }

    @Override
    public double irregularity(String tally) {
        return 1;
    }

    @Override
    public double speed(String tally) {
        return 0;
    }

    @Override
    public long switches(String dimension, String tally, String window) {
        return 0;
    }

    @Override
    public long run() {
        return 0;
    }

    @Override
    public long count(int slot) {
        return 0;
    }

    @Override
    public long distinct(int slot) {
        return 0;
    }

    @Override
    public long since(int slot) {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean isNew(int slot) {
        return false;
    }

    @Override
    public @Nullable String id() {
        return null;
    }
}
