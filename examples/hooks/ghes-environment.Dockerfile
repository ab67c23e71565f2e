# The environment for a pre-receive hook on GitHub Enterprise Server, which has no Node itself: docs/hooks.md.
FROM node:24-slim
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/*
COPY dist /opt/openai-key-guard/dist
