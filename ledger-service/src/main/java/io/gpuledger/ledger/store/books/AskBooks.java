package io.gpuledger.ledger.store.books;

import io.gpuledger.ledger.books.Books;
import java.util.function.Function;
import org.apache.kafka.streams.query.Query;

/** A question to the books of a partition; it is answered while they stand still. */
public record AskBooks<R>(Function<Books, R> question) implements Query<R> {}
