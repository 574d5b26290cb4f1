# The command line with its own Java runtime and both servers: no Java, Maven or second container is needed
# to use it. Build the jar first:
#
#   mvn -DskipTests package && docker build -t firedrill .
#   docker run --rm -v "$PWD:/work" firedrill test
ARG PROMETHEUS_IMAGE=prom/prometheus:v3.5.3
ARG ALERTMANAGER_IMAGE=prom/alertmanager:v0.33.1
ARG JDK_IMAGE=eclipse-temurin:17-jdk
ARG BASE_IMAGE=debian:12-slim

FROM ${PROMETHEUS_IMAGE} AS prometheus

FROM ${ALERTMANAGER_IMAGE} AS alertmanager

FROM ${JDK_IMAGE} AS java
COPY target/firedrill-*-cli.jar /opt/firedrill/firedrill.jar
# jdeps does not see TLS with elliptic curves and file systems in jars, which are loaded by name.
RUN modules=$(jdeps --print-module-deps --ignore-missing-deps --multi-release 17 /opt/firedrill/firedrill.jar) \
 && jlink --add-modules "$modules,jdk.crypto.ec,jdk.zipfs" --strip-java-debug-attributes \
      --no-header-files --no-man-pages --compress=2 --output /opt/firedrill/java \
 && /opt/firedrill/java/bin/java -Xshare:dump >/dev/null

FROM ${BASE_IMAGE}
# firedrill diff and init --for read revisions with git.
RUN command -v git >/dev/null \
 || { apt-get update -qq && apt-get install -y -qq --no-install-recommends git && rm -rf /var/lib/apt/lists/*; }
COPY --from=prometheus /LICENSE /NOTICE /usr/share/doc/prometheus/
COPY --from=prometheus /bin/prometheus /usr/local/bin/
COPY --from=alertmanager /LICENSE /NOTICE /usr/share/doc/alertmanager/
COPY --from=alertmanager /bin/alertmanager /usr/local/bin/
COPY LICENSE /usr/share/doc/firedrill/
COPY --from=java /opt/firedrill /opt/firedrill
COPY src/main/docker/firedrill /usr/local/bin/firedrill

# The launcher and the archive of Java's classes are made here, so that the image can run read-only and as
# any user.
ENV LC_ALL=C.UTF-8 XDG_CACHE_HOME=/opt/firedrill/cache \
    FIREDRILL_PROMETHEUS=/usr/local/bin/prometheus FIREDRILL_ALERTMANAGER=/usr/local/bin/alertmanager
COPY src/main/docker/first.yml src/main/docker/first.rules.yml src/main/docker/first-routes.yml /tmp/first/
RUN JAVA_TOOL_OPTIONS=-XX:ArchiveClassesAtExit=/opt/firedrill/firedrill.jsa firedrill test /tmp/first/first.yml \
 && rm -r /tmp/first && chmod -R a+rX /opt/firedrill

# Git refuses a repository of another user unless it is told to trust the directory.
RUN git config --system --add safe.directory /work
WORKDIR /work
USER 65534:65534
ENTRYPOINT ["firedrill"]
CMD ["--help"]
