package io.gpuledger.ledger.gather;

import com.sun.net.httpserver.HttpServer;
import io.gpuledger.broker.EmbeddedBroker;
import io.gpuledger.broker.Settings;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.topic.TopicSettings;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.query.ask.Incomplete;
import io.gpuledger.ledger.store.StoredBooks;
import io.gpuledger.ledger.topology.Ledgers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Several ledgers of one group in this JVM, each with its own port, on a broker of their own. */
final class Fleet implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final EmbeddedBroker broker;
    private final Path folder;
    private final int standbys;
    private final List<Member> members = new ArrayList<>();

    Fleet(Path folder, int standbys) throws IOException, ExecutionException, InterruptedException {
        this.folder = folder;
        this.standbys = standbys;
        this.broker = EmbeddedBroker.start(new Settings(folder.resolve("broker"), freePort(), freePort()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(TopicSettings.shipped().stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of((short) 1)))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One instance: its streams, its books as it gathers them, and the door others ask at. */
    final class Member {
        private final KafkaStreams streams;
        private final HttpServer door;
        private final Changelogs changelogs;
        private final GatheredBooks books;
        private final List<Incomplete> gaps = new CopyOnWriteArrayList<>();

        Member() throws IOException {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            HostInfo self = new HostInfo("127.0.0.1", door.getAddress().getPort());
            Properties settings = settings(self);
            streams = new KafkaStreams(Ledgers.topology(LedgerFile.EMPTY), settings);
            Duration second = Duration.ofSeconds(1);
            changelogs = new Changelogs(streams, broker.bootstrapServers(), "fleet", second);
            StoredBooks here = new StoredBooks(streams, changelogs);
            books = new GatheredBooks(
                    streams,
                    here,
                    new GatheredBooks.Setting(self, new Manners(second, OwnToken.NONE, null), () -> PARTITIONS),
                    gaps::add);
            PeerAnswers answers = new PeerAnswers(here);
            door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            door.createContext(Peers.PATH, exchange -> {
                byte[] told = Json.mapper()
                        .writeValueAsBytes(
                                answers.answer(Json.mapper().readValue(exchange.getRequestBody(), Wire.Asked.class)));
                exchange.sendResponseHeaders(200, told.length);
                exchange.getResponseBody().write(told);
                exchange.close();
            });
            door.start();
            streams.start();
        }

        private Properties settings(HostInfo self) throws IOException {
            Properties shipped = new Properties();
            shipped.load(Fleet.class.getResourceAsStream("/application.properties"));
            Properties settings = new Properties();
            shipped.stringPropertyNames().stream()
                    .filter(name -> name.startsWith("kafka-streams."))
                    .forEach(
                            name -> settings.put(name.substring("kafka-streams.".length()), shipped.getProperty(name)));
            settings.remove("rocksdb.config.setter");
            settings.put("application.id", "fleet");
            settings.put("bootstrap.servers", broker.bootstrapServers());
            settings.put("application.server", self.host() + ":" + self.port());
            settings.put("state.dir", folder.resolve("state-" + self.port()).toString());
            settings.put("num.standby.replicas", standbys);
            settings.put("replication.factor", 1);
            return settings;
        }

        GatheredBooks books() {
            return books;
        }

        List<Incomplete> gaps() {
            return gaps;
        }

        boolean isRunning() {
            return streams.state() == KafkaStreams.State.RUNNING;
        }

        /** Its port is shut and it says nothing to anybody, as after a kill. */
        void die() {
            door.stop(0);
            streams.close(org.apache.kafka.streams.CloseOptions.timeout(Duration.ZERO)
                    .withGroupMembershipOperation(
                            org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
        }
    }

    Member member() throws IOException {
        Member member = new Member();
        members.add(member);
        return member;
    }

    void tell(Event event, @Nullable Integer partition) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.PODS, partition, event.key(), null);
            byte[] value = new EventSerde<>(Event.class, "/test").serialize(Topics.PODS, record.headers(), event);
            producer.send(new ProducerRecord<>(Topics.PODS, partition, event.key(), value, record.headers()))
                    .get();
        }
    }

    @Override
    public void close() {
        members.forEach(member -> {
            member.die();
            member.books.close();
            member.changelogs.close();
        });
        broker.close();
    }
}
