# Runs what scripts/publish has built: nothing is compiled or downloaded here but Debian's own packages.
FROM debian:12-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl libicu72 tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 workshop \
 && install -d -o workshop /data
COPY artifacts/server /app
USER workshop
VOLUME /data
EXPOSE 5080
HEALTHCHECK --interval=10s --timeout=3s CMD curl -fsS http://localhost:5080/health/ready
# In a container "the LAN" is the container's network; what may be reached from outside is up to the port mapping.
ENTRYPOINT ["/app/Workshop.Server", "--data", "/data", "--lan"]
