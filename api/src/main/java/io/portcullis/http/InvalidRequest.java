package io.portcullis.http;

import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.activity.Rejection;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request of which nothing can be taken: 400, with each activity's field and reason. */
final class InvalidRequest extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    InvalidRequest(List<Rejection> rejections) {
        super(HttpStatus.BAD_REQUEST, Receipt.rejected(rejections), null);
    }

    InvalidRequest(InvalidActivity invalid) {
        this(invalid.remarks().stream()
                .map(remark -> new Rejection(0, remark.field(), remark.reason()))
                .toList());
    }
}
