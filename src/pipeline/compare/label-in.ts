import type { ComparedSource } from '../ports.js';
import { labelOfUri } from '../find-inputs.js';

/** What reports call a document of one side of a comparison: its path, behind the revision that it was taken from. */
export function labelIn({ root, label }: ComparedSource, uri: string): string {
  const path = labelOfUri(uri, root);
  const revision = /^git#\w+=([^:]+)/u.exec(label)?.[1];
  return revision === undefined || !uri.startsWith('file:') ? path : `${revision}:${path}`;
}
