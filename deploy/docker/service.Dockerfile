# One image per service: --build-arg SERVICE=pricing-service, ledger-service or alert-service.
# Built out of the tree: run ./mvnw package first; nothing is compiled in here.
FROM eclipse-temurin:25-jre
ARG SERVICE
LABEL org.opencontainers.image.title="GPU Ledger: ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0"

# The state belongs to the user that runs; a volume mounted there inherits that.
RUN mkdir -p /var/lib/gpu-ledger && chown 10001:10001 /var/lib/gpu-ledger
COPY deploy/docker/ready.sh /opt/gpu-ledger/ready.sh
COPY ${SERVICE}/target/quarkus-app/ /opt/gpu-ledger/

USER 10001:10001
WORKDIR /var/lib/gpu-ledger
ENV GPU_LEDGER_STATE_DIR=/var/lib/gpu-ledger \
    QUARKUS_HTTP_HOST=0.0.0.0 \
    QUARKUS_HTTP_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["bash", "/opt/gpu-ledger/ready.sh"]
# --enable-native-access: RocksDB. --add-opens: Quarkus. More options go into JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED", \
    "-jar", "/opt/gpu-ledger/quarkus-run.jar"]
