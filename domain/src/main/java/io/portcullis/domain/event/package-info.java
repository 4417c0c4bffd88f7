/**
 * The log as Axon events: an activity is the payload, its decision rides in the metadata, so the two can only be
 * stored together. Event types are a closed set with stable names; no class name ever comes from stored data.
 */
@NullMarked
package io.portcullis.domain.event;

import org.jspecify.annotations.NullMarked;
