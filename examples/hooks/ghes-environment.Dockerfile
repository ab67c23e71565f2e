# The environment that a pre-receive hook runs in on GitHub Enterprise Server, which has no Node: docs/hooks.md.
FROM node:24-slim
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/*
COPY dist /opt/openai-key-guard/dist
