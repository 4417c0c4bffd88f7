package io.portcullis.projections.processing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of which generation of each view answers. Every change is a compare-and-set, so nodes may race. */
final class Generations {

    /**
     * The generations of one view.
     *
     * @param building being rebuilt, to answer once it has caught up
     * @param retiring answered before, being removed
     */
    record Row(
            int answering,
            @Nullable Integer building,
            @Nullable Integer retiring) {}

    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The view's row; the first generation when there is none yet. */
    Row of(String view) {
        return find(view).orElseGet(() -> create(view));
    }

    private Optional<Row> find(String view) {
        return jdbc.sql("SELECT answering, building, retiring FROM view_generation WHERE view_name = ?")
                .param(view)
                .query((row, n) -> new Row(
                        row.getInt("answering"),
                        row.getObject("building", Integer.class),
                        row.getObject("retiring", Integer.class)))
                .optional();
    }

    private Row create(String view) {
        try {
            jdbc.sql("INSERT INTO view_generation (view_name, answering) VALUES (?, 1)")
                    .param(view)
                    .update();
        } catch (DuplicateKeyException e) {
            // Another node was first, and its row will do.
        }
        return find(view).orElseThrow();
    }

    /** @return false when the view is being rebuilt already, or its last generation is still being removed */
    boolean build(String view) {
        return jdbc.sql("UPDATE view_generation SET building = answering + 1"
                                + " WHERE view_name = ? AND building IS NULL AND retiring IS NULL")
                        .param(view)
                        .update()
                == 1;
    }

    /** The generation that was built answers from now on, and the one that answered retires: in one statement. */
    void flip(String view, int building) {
        jdbc.sql("UPDATE view_generation SET retiring = answering, answering = building, building = NULL"
                        + " WHERE view_name = ? AND building = ?")
                .param(view)
                .param(building)
                .update();
    }

    void removed(String view, int retiring) {
        jdbc.sql("UPDATE view_generation SET retiring = NULL WHERE view_name = ? AND retiring = ?")
                .param(view)
                .param(retiring)
                .update();
    }
}
