import type { SchemaTrees } from './make/make-schema.js';
import type { Verdict } from './judge/verdict.js';
import type { XmlNode } from './xml-tree.js';

/** A pair of a schema and a document, with what the three judges say of it. Without a document, of the schema alone. */
export interface FuzzCase {
  readonly kind: 'schema' | 'instance';
  readonly schema: SchemaTrees;
  /** The schema documents as text, one behind the other. */
  readonly schemaText: string;
  readonly instance: XmlNode | undefined;
  /** Empty where there is none. */
  readonly instanceText: string;
  readonly verdicts: Verdicts;
}

/** Undefined: no opinion, since the judge crashed or refused the schema. */
export interface Verdicts {
  readonly ours: Verdict;
  readonly libxml2: Verdict | undefined;
  readonly xerces: Verdict | undefined;
}

/** Whether the judges that have an opinion share it. */
export const isAgreement = ({ ours, libxml2, xerces }: Verdicts): boolean =>
  [libxml2, xerces].every((verdict) => verdict === undefined || verdict.isValid === ours.isValid);

/** Who says what, and by which rule: cases of the same signature are probably the same difference. */
export function signatureOf({ kind, verdicts }: FuzzCase): string {
  const show = (verdict: Verdict | undefined): string =>
    verdict === undefined ? '-' : verdict.isValid ? 'valid' : `invalid(${verdict.rule})`;
  const { ours, libxml2, xerces } = verdicts;
  return `${kind}: ours ${show(ours)}, libxml2 ${show(libxml2)}, xerces ${show(xerces)}`;
}
