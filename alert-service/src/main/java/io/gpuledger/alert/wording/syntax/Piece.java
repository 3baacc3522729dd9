package io.gpuledger.alert.wording.syntax;

/**
 * A stretch of a template.
 *
 * @param action whether it stands between {@code {{} and {@code }}}
 * @param line where it begins, from 1
 */
record Piece(boolean action, String text, int line) {}
