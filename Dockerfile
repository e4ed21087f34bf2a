# The gateway's image: the build and its production packages on Node's newest LTS, as a user without
# rights, on a root that may be read-only. docs/operating/container.md says how to run it.
#
# No package of production has a step of its own at installation, so none is run.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY scripts/bundle.mjs scripts/make-database-template.mjs scripts/
COPY src src
COPY client client
COPY web web
RUN npm run build

FROM node:24-bookworm-slim AS packages
# `--omit=dev --omit=optional` leaves out metrics, traces, S3 and the offline explorer.
ARG OMIT="--omit=dev"
WORKDIR /app
COPY package.json package-lock.json ./
# Declarations, maps of packages and their manuals are read by no process; licences stay.
RUN npm ci ${OMIT} --ignore-scripts --no-audit --no-fund \
  && find node_modules -type f \
    \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' -o -iname 'readme*.md' \
    -o -iname 'changelog*.md' \) -delete

FROM node:24-bookworm-slim
# Without a package manager: what breaks in finds no installer, and its packages need no updates here.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx \
    /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg /opt/yarn* \
  && install -d -m 0700 -o 1000 -g 1000 /data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY deploy/container/health-check.mjs deploy/container/secret-files.mjs ./
COPY --from=build /app/dist dist
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
# The embedded database, the operator's key. With Postgres and keys in files it stays almost empty.
VOLUME ["/data"]
EXPOSE 4000
# By number, so that an orchestrator can see that it is not root. It owns /data and nothing else.
USER 1000:1000
STOPSIGNAL SIGTERM
# Liveness alone: whether the store is reachable is asked at /readyz, and a restart mends no store.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "health-check.mjs"]
# Commands follow it: `docker compose run --rm gateway-a key:create --tenant T`.
ENTRYPOINT ["node", "--import", "./secret-files.mjs", "--enable-source-maps", "dist/main.js"]
