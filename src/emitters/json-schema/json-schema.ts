/** A schema of JSON Schema 2020-12. */
export type JsonSchema = boolean | SchemaObject;

export type SchemaObject = Readonly<Record<string, unknown>>;

/** Both: keywords side by side where they do not meet, `allOf` where they do. */
export function both(a: JsonSchema, b: JsonSchema): JsonSchema {
  if (a === true || b === false) return b;
  if (b === true || a === false) return a;
  const meets = Object.keys(b).some((keyword) => keyword in a);
  return meets ? { allOf: [a, b] } : { ...a, ...b };
}

/** One of several; `word` is `oneOf` where they exclude each other. */
export function oneOfAll(schemas: readonly JsonSchema[], word: 'oneOf' | 'anyOf' = 'oneOf'): JsonSchema {
  const [only] = schemas;
  if (only === undefined) return false;
  return schemas.length === 1 ? only : { [word]: schemas };
}
