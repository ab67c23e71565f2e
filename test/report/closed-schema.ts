/** A schema with room for no other field: so each field that is written is described. */
export function closeSchema(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map(closeSchema);
  const closed = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closeSchema(value)]));
  return closed["type"] === "object" && "properties" in closed ? { ...closed, additionalProperties: false } : closed;
}
