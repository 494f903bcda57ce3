# Runs what scripts/publish has built: nothing is compiled here. There is no shell in it and no package manager.
FROM debian:12-slim AS folders
RUN install -d -o 10001 -g 10001 /data

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra
COPY --from=folders --chown=10001:10001 /data /data
COPY artifacts/server /app
USER 10001:10001
VOLUME /data
EXPOSE 5080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["/app/Workshop.Server", "health"]
# In a container "the LAN" is the container's network; what may be reached from outside is up to the port mapping.
ENTRYPOINT ["/app/Workshop.Server", "--data", "/data", "--lan"]
