package io.gpuledger.ledger.query.rules;

import io.gpuledger.ledger.watch.Subject;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a rule reads of a subject.
 *
 * @param values one for each window, or one; empty where it is not known here
 */
public record RuleReading(String rule, Subject subject, List<BigDecimal> values) {}
