package io.gpuledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;

/** The console shows amounts as they were answered: rounded as text, never through a float. */
class ConsoleMoneyTest {

    private static final Path MONEY = Tree.ROOT.resolve(Endpoints.PAGES).resolve("console/js/money.js");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234.561        | $1,234.56
            99.995          | $100.00
            0.125           | $0.12
            0.375           | $0.38
            0.3750000001    | $0.38
            9007199254740993.01 | $9,007,199,254,740,993.01
            123456789       | $123,456,789.00
            -1.5            | −$1.50
            0               | $0.00
            0.000000000     | $0.00
            -0.000000000    | $0.00
            """)
    void roundsToCentsHalfToEven(String usd, String shown) {
        assertThat(run("dollars('" + usd + "')")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.0076, $0.0076", "0.000030481, $0.00003", "-0.004, −$0.004", "0.00999999, $0.01"})
    void whatIsLessThanACentIsNotShownAsNothing(String usd, String shown) {
        assertThat(run("dollars('" + usd + "')")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.0531 x            | 4.05 x
            $138.5555556/h      | $138.56/h
            5000 USD            | 5000 USD
            2 x                 | 2 x
            """)
    void shortensAMeasureAndLeavesItsUnit(String text, String shown) {
        assertThat(run("short('" + text + "')")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1n, 3n, 0.33333", "5n, 0n, 0", "171121186346431328n, 171121186346431328n, 1", "-1n, 2n, -0.5"})
    void aBarIsAsLongAsItsPart(String part, String whole, String length) {
        assertThat(run("proportion(" + part + ", " + whole + ")")).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"1e3", "''", "NaN", "12.", "1.2.3"})
    void whatIsNoAmountIsNoAmount(String text) {
        assertThat(run("(() => { try { return dollars('" + text + "'); } catch (e) { return e.name; } })()"))
                .isEqualTo("TypeError");
    }

    /** A module's own text, without its ties to other modules. */
    private static String run(String expression) {
        String script = Tree.text(MONEY).replaceAll("(?m)^import .*$", "").replaceAll("(?m)^export ", "");
        try (Context context = Context.enter()) {
            context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
            context.setInterpretedMode(true);
            ScriptableObject scope = context.initSafeStandardObjects();
            context.evaluateString(scope, script, "money.js", 1, null);
            return Context.toString(context.evaluateString(scope, expression, "test", 1, null));
        }
    }
}
