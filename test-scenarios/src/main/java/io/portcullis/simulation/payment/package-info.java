/** Attacks on cards, refunds, credits and payouts. */
@NullMarked
package io.portcullis.simulation.payment;

import org.jspecify.annotations.NullMarked;
