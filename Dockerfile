# Contoso Hub, or, with --target saleskit, the host with its pane. docs/guide/containers.md tells how to run both.
ARG NODE_VERSION=24.21.0

FROM node:${NODE_VERSION}-slim AS sources
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .

FROM sources AS saleskit-build
RUN node scripts/build.ts \
  && cp package-lock.json dist/saleskit/ \
  && npm install --prefix dist/saleskit --omit=dev --ignore-scripts --no-audit --no-fund

# With the lock file beside it, npm takes its versions, and leaves out what the built files do not import.
FROM sources AS contoso-hub-build
RUN node scripts/build-contoso-hub.ts \
  && cp package-lock.json dist/contoso-hub/ \
  && npm install --prefix dist/contoso-hub --omit=dev --ignore-scripts --no-audit --no-fund \
  && mkdir data

# Files belong to root: the process cannot change its own program.
FROM node:${NODE_VERSION}-slim AS runtime
ENV NODE_ENV=production
WORKDIR /app
USER node

# It listens on loopback only, so it wants the network of the machine.
FROM runtime AS saleskit
COPY --from=saleskit-build /build/dist/saleskit ./
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + (process.env.SALESKIT_PORT || 8100)).then(({ ok }) => process.exit(ok ? 0 : 1))"]
ENTRYPOINT ["node", "cli.mjs"]
CMD ["dev"]

FROM runtime AS contoso-hub
COPY --from=contoso-hub-build /build/dist/contoso-hub ./
# For CONTOSO_HUB_STORE=/data/hub.db; a volume mounted there begins with this owner.
COPY --from=contoso-hub-build --chown=node:node /build/data /data
# Beyond loopback Contoso Hub starts with authentication only.
ENV CONTOSO_HUB_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + (process.env.CONTOSO_HUB_PORT || 8080) + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1))"]
ENTRYPOINT ["node", "contoso-hub.mjs"]
