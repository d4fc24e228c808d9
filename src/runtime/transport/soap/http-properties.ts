/** HTTP headers that carry properties, header by property, in lower case. */
export type PropertyHeaders = readonly (readonly [property: string, header: string])[];

const ALWAYS: PropertyHeaders = [
  ['authorization', 'authorization'],
  ['traceparent', 'traceparent'],
  ['tracestate', 'tracestate'],
];

/** The headers of a transport: those that are always there, and those of its configuration. */
export const propertyHeaders = (more: Readonly<Record<string, string>> = {}): PropertyHeaders => [
  ...ALWAYS,
  ...Object.entries(more).map(([property, header]) => [property, header.toLowerCase()] as const),
];

/** Properties of the headers of a message. */
export function propertiesOf(
  headers: Readonly<Record<string, string>>,
  names: PropertyHeaders,
): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [property, header] of names) {
    const value = headers[header];
    if (value !== undefined) properties[property] = value;
  }
  return properties;
}

/** Headers for the properties of a message. Text beyond ASCII, which a header cannot carry, is left out. */
export function headersOf(
  properties: Readonly<Record<string, string>>,
  names: PropertyHeaders,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [property, header] of names) {
    const value = properties[property];
    if (value !== undefined && /^[\t\x20-\x7e]*$/u.test(value)) headers[header] = value;
  }
  return headers;
}
