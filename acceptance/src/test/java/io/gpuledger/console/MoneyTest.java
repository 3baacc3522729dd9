package io.gpuledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console shows amounts as they were answered: rounded as text, never through a float. */
class MoneyTest {

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
    void roundsToCentsHalfToEven(String usd, String shown) throws IOException {
        assertThat(run("its.dollars('" + usd + "')")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.0076, $0.0076", "0.000030481, $0.00003", "-0.004, −$0.004", "0.00999999, $0.01"})
    void whatIsLessThanACentIsNotShownAsNothing(String usd, String shown) throws IOException {
        assertThat(run("its.dollars('" + usd + "')")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.0531 x            | 4.05 x
            $138.5555556/h      | $138.56/h
            5000 USD            | 5000 USD
            2 x                 | 2 x
            """)
    void shortensAMeasureAndLeavesItsUnit(String text, String shown) throws IOException {
        assertThat(run("its.short('" + text + "')")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1n, 3n, 0.33333", "5n, 0n, 0", "171121186346431328n, 171121186346431328n, 1", "-1n, 2n, -0.5"})
    void aBarIsAsLongAsItsPart(String part, String whole, String length) throws IOException {
        assertThat(run("its.proportion(" + part + ", " + whole + ")")).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"1e3", "''", "NaN", "12.", "1.2.3"})
    void whatIsNoAmountIsNoAmount(String text) throws IOException {
        assertThat(run("(() => { try { return its.dollars('" + text + "'); } catch (e) { return e.name; } })()"))
                .isEqualTo("TypeError");
    }

    private static String run(String expression) throws IOException {
        return Page.reckoned("money.js", expression);
    }
}
