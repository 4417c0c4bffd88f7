/** The entities that an activity touches: who, from where, with what. */
@NullMarked
package io.portcullis.domain.entity;

import org.jspecify.annotations.NullMarked;
