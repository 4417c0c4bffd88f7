/** Content taken by the thousand. */
@NullMarked
package io.portcullis.simulation.scraping;

import org.jspecify.annotations.NullMarked;
