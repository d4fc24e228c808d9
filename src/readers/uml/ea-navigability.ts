/**
 * Whether an end of a connector of Enterprise Architect can be reached. The end's own word counts (`Navigable=…` in its
 * style); only old projects, which have none, leave it to the direction of the connector.
 */
export function eaNavigability(
  end: 'source' | 'target',
  style: string | undefined,
  direction: string | undefined,
): boolean | undefined {
  const [, own] = /(?:^|;)Navigable=([^;]*)/u.exec(style ?? '') ?? [];
  if (own !== undefined) return own === 'Navigable' ? true : own === 'Non-Navigable' ? false : undefined;
  const towards = end === 'source' ? 'Destination -> Source' : 'Source -> Destination';
  return direction === towards || direction === 'Bi-Directional' ? true : undefined;
}
