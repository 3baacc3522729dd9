package io.gpuledger.alert.sink.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.9.9.9/",
                "http://10.0.0.1/",
                "http://172.16.5.5/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://198.18.0.1/",
                "http://255.255.255.255/",
                "http://224.0.0.1/",
                "http://[::1]/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::7f00:1]/"
            })
    void refusesWhatIsInside(String url) throws UnknownHostException {
        assertThat(new TargetGuard(false).objection(URI.create(url))).isNotNull();
        assertThat(new TargetGuard(true).objection(URI.create(url))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.216.34/", "http://[2606:2800:220:1::1]/"})
    void letsThroughWhatIsOutside(String url) throws UnknownHostException {
        assertThat(new TargetGuard(false).objection(URI.create(url))).isNull();
    }

    @Test
    void refusesOtherSchemesAndUsersInAddressesEvenWhereAllIsAllowed() throws UnknownHostException {
        TargetGuard open = new TargetGuard(true);

        assertThat(open.objection(URI.create("file:///etc/passwd"))).isNotNull();
        assertThat(open.objection(URI.create("http://user:secret@example.com/")))
                .isNotNull()
                .doesNotContain("secret");
    }
}
