# Build: podman build -t h1b-desk .   or   docker build -t h1b-desk .
# Run, with nothing writable but the volume (needed without DATABASE_URL, and for imported wages):
#   docker run --read-only --cap-drop=ALL --security-opt=no-new-privileges \
#     --env-file .env -p 3000:3000 -v h1b-desk:/data h1b-desk
# Debian, not Alpine: the prebuilt pictures and database want glibc. No package is installed.
FROM node:24-slim AS build
WORKDIR /desk
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
RUN node scripts/build.mjs --force && npm prune --omit=dev --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /desk
COPY package.json LICENSE ./
COPY assets assets
COPY docs docs
COPY --from=build /desk/node_modules node_modules
COPY --from=build /desk/dist dist
# Owned by root, so that the desk cannot change itself; /data is its only own folder.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No shell between: SIGTERM reaches the desk, which finishes what it has within 5 s.
# As `npm start` runs it: a smaller room for new objects, which keeps memory low.
CMD ["node", "--expose-gc", "--max-semi-space-size=4", "dist/src/main.js"]
