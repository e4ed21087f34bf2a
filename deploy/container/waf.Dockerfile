# The firewall of deploy/waf: Debian's nginx, ModSecurity and Core Rule Set. Its context is deploy/waf.
FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends \
    ca-certificates gawk libnginx-mod-http-modsecurity modsecurity-crs nginx \
  && rm -rf /var/lib/apt/lists/*
COPY . /waf
USER www-data
EXPOSE 8443
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8443"]
ENTRYPOINT ["/waf/run.sh"]
