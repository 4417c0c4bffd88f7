/**
 * Benchmarks, each with the peer that it is measured against in the same run: these machines are noisy, ratios are not.
 */
@NullMarked
package io.portcullis.bench;

import org.jspecify.annotations.NullMarked;
