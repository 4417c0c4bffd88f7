package io.portcullis.intake;

/**
 * How the memory came to stand where the log ends.
 *
 * @param position the last of the log
 * @param fromCheckpoint up to where a checkpoint had it; 0 without one
 * @param differing how many decisions behind the checkpoint, recorded under the same rule set, came out differently: a
 *     sign of a fault in the engine, 0 otherwise
 * @param memoryHash of the memory as it now is
 */
public record Recovered(long position, long fromCheckpoint, long differing, long memoryHash) {

    /** How many activities were folded. */
    public long folded() {
        return position - fromCheckpoint;
    }
}
