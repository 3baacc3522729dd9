package io.gpuledger.alert.wording.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value with members: fields, or methods that take arguments. */
public interface Member {

    /** @throws Unwritable if there is no such member, or not with these arguments */
    @Nullable Object member(String name, List<@Nullable Object> arguments);

    /** What is said where there is no such member. */
    static Unwritable missing(String name, String type) {
        return new Unwritable("can't evaluate field " + name + " in " + type);
    }
}
