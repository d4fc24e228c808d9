import type { SoapRoute } from './soap-options.js';

/** Where a message belongs, or why nowhere. */
export type Routed =
  { readonly destination: string } | { readonly unknown: 'path' | 'operation' | 'contradiction' };

/** Finds the destination of a message by its path, its SOAPAction and the root of its body. */
export interface SoapRouter {
  hasPath(path: string): boolean;
  route(path: string, action: string, root: string): Routed;
}

/**
 * Routes by a table. Where several destinations share a path, SOAPAction tells them apart; where it is empty, or nobody's, the
 * root of the body does. Where both are known and mean different destinations, the message is refused: what is checked
 * by one and carried out by the other would be a hole.
 */
export function soapRouter(routes: readonly SoapRoute[]): SoapRouter {
  const byPath = new Map<string, SoapRoute[]>();
  for (const route of routes) {
    const known = byPath.get(route.path);
    if (known === undefined) byPath.set(route.path, [route]);
    else known.push(route);
  }
  return {
    hasPath: (path) => byPath.has(path),
    route(path, action, root) {
      const candidates = byPath.get(path);
      if (candidates === undefined) return { unknown: 'path' };
      const local = root.replace(/^\{.*\}/u, '');
      const byAction = candidates.filter(
        ({ actions }) => action !== '' && actions?.includes(action) === true,
      );
      const byRoot = candidates.filter(
        ({ roots }) => roots?.includes(root) === true || roots?.includes(local) === true,
      );
      const [first] = byAction;
      if (first !== undefined) {
        const agreed = byAction.find((route) => byRoot.includes(route));
        if (agreed !== undefined) return { destination: agreed.destination };
        const open = byAction.find(({ roots }) => roots === undefined);
        return open === undefined || byRoot.length > 0
          ? { unknown: 'contradiction' }
          : { destination: open.destination };
      }
      const only =
        byRoot[0] ?? candidates.find(({ actions, roots }) => actions === undefined && roots === undefined);
      return only === undefined ? { unknown: 'operation' } : { destination: only.destination };
    },
  };
}

/** The path of a destination where no table has one; a reply address may be a whole URL. */
export const pathOf = (destination: string): string =>
  /^https?:/u.test(destination)
    ? new URL(destination).pathname
    : destination.startsWith('/')
      ? destination
      : `/${destination.replaceAll('.', '/')}`;
