package io.gpuledger.alert.wording.syntax;

/**
 * A word of an action.
 *
 * @param value its text: of a field without the dot, of a variable with the dollar, of a string what it stands for
 * @param glued whether it follows the word before without a blank between them, as {@code .Name} does in {@code (x).Name}
 */
record Token(Kind kind, String value, boolean glued) {

    enum Kind {
        WORD,
        FIELD,
        VARIABLE,
        STRING,
        NUMBER,
        DOT,
        SIGN
    }

    boolean is(Kind wanted, String text) {
        return kind == wanted && value.equals(text);
    }
}
