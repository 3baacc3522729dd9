# The commands, without a launcher: `topics apply`, `simulate`, `import`.
# Built out of the tree: run ./mvnw package first; nothing is compiled in here.
FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="GPU Ledger: commands" \
      org.opencontainers.image.licenses="Apache-2.0"

COPY cli/target/lib/ /opt/gpu-ledger/
COPY cli/target/cli-*.jar /opt/gpu-ledger/

USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=50", \
    "-cp", "/opt/gpu-ledger/*", "io.gpuledger.cli.Main"]
CMD ["--help"]
