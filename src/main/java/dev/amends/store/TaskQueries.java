package dev.amends.store;

import dev.amends.promise.PromiseId;
import dev.amends.promise.Task;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

import java.util.List;
import java.util.Optional;

/**
 * How the tasks of one kind of promise are read.
 *
 * @param open the first {@code :limit} that are open, oldest first
 * @param done the last {@code :limit} that are done
 * @param byPrefix those with ids from {@code :first} on and before {@code :beyond}
 * @param ofPromise that of {@code :promise}
 * @param howMany how many are open
 */
record TaskQueries(
        String open,
        String done,
        String byPrefix,
        String ofPromise,
        String howMany,
        RowMapper<Task> mapper) {

    List<Task> open(Handle handle, int limit) {
        return list(handle, open, limit);
    }

    List<Task> done(Handle handle, int limit) {
        return list(handle, done, limit);
    }

    private List<Task> list(Handle handle, String query, int limit) {
        return handle.createQuery(query).bind("limit", limit).map(mapper).list();
    }

    List<Task> byPrefix(Handle handle, String prefix) {
        return handle.createQuery(byPrefix)
                .bind("first", prefix)
                .bind("beyond", prefix + "g")
                .map(mapper)
                .list();
    }

    Optional<Task> of(Handle handle, PromiseId promise) {
        return handle.createQuery(ofPromise).bind("promise", promise.value()).map(mapper).findOne();
    }

    int howMany(Handle handle) {
        return handle.createQuery(howMany).mapTo(Integer.class).one();
    }
}
