@NullMarked
package io.portcullis.domain.entity;

import org.jspecify.annotations.NullMarked;
