const NAME = { anyOf: [{ type: "string", pattern: "\\S", maxLength: 200 }, { type: "number" }] };

const TIME = { type: "string", pattern: "^\\s*(?!0+[smhd])\\d{1,6}[smhd]\\s*$" };

/** How a place begins, by its kind; the parser says the rest. */
const PLACE =
  "^\\s*(?:(?:github|dependabot|codespaces):[\\w-]+/[\\w.-]+/[A-Za-z_]\\w*|github:[\\w-]+/[\\w.-]+/[A-Za-z_]\\w*@\\S.*|github-org:[\\w-]+/[A-Za-z_]\\w*|command:\\s*\\S.*|file:[^~\\s].*)\\s*$";

/** The schema of a keys file, for editors: schema/openai-keys.v1.json. */
export function createKeysFileSchema(): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:openai-key-guard:openai-keys:v1",
    title: "Keys file of openai-key-guard, version 1",
    description: "Where OpenAI API keys live, and how often they are rotated.",
    type: ["object", "null"],
    additionalProperties: false,
    properties: {
      keys: {
        description: "The keys that are rotated.",
        type: ["array", "null"],
        items: describeEntry(),
      },
    },
  };
}

function describeEntry(): object {
  return {
    type: "object",
    additionalProperties: false,
    required: ["lives-in"],
    oneOf: [{ required: ["service-account"] }, { required: ["key"] }],
    properties: {
      "service-account": { ...NAME, description: "The id or name of the service account that owns the key." },
      key: { ...NAME, description: "The id or name of the key." },
      project: { ...NAME, description: "The id or name of its project, where a name alone could mean several keys." },
      "lives-in": {
        description: "The places that hold the key. Each gets the new one.",
        type: "array",
        minItems: 1,
        uniqueItems: true,
        items: { type: "string", pattern: PLACE, examples: ["github:acme/shop/OPENAI_API_KEY@production"] },
      },
      scopes: {
        description: "What the new key may do. What the old key may do, where this is left out.",
        type: "array",
        minItems: 1,
        uniqueItems: true,
        items: {
          type: "string",
          pattern: "^\\s*[a-z][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*\\s*$",
          examples: ["api.model.request"],
        },
      },
      "expires-in": {
        ...TIME,
        description: "How long the new key lives. As long as the old one, where this is left out.",
        examples: ["90d"],
      },
      "rotate-every": {
        ...TIME,
        description: "How old the key may become before rotate --due replaces it.",
        examples: ["60d"],
      },
    },
  };
}
