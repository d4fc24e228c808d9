import { ENDS_EARLY, badNamespace, beyondLimit, malformed, report, unexpected } from '../fault.js';
import { passName } from '../name.js';
import { Reader, STOP } from '../reader.js';
import { cutUtf8 } from '../text.js';
import { mustBeDeclared, type Doctype, type Entity } from './doctype.js';

/** The entities that every document has. */
export const PREDEFINED: ReadonlySet<string> = /* @__PURE__ */ new Set(['lt', 'gt', 'amp', 'apos', 'quot']);

/** Passes the reference to a general entity at `p` (production 68): answers the offset behind it. */
export function passEntityReference(c: Reader, p: number): number {
  const end = passName(c, p + 1);
  if (c.bytes[end] !== 0x3b || end >= c.end) return unexpected(c, end, '";" after the entity name');
  return end + 1;
}

/** The name in the reference at `[p, end)`. */
export function nameOfReference(c: Reader, p: number, end: number): string {
  const name = cutUtf8(c, p + 1, end - 1);
  if (name.includes(':')) badNamespace(c, 'the name of an entity must not have a colon', p);
  return name;
}

/** The entity that the reference at `p` means; undefined where it may be declared in what was not read, and is passed over. */
export function entityNamed(d: Doctype, c: Reader, name: string, p: number): Entity | undefined {
  const entity = d.entities.get(name);
  if (mustBeDeclared(d) && (entity === undefined || (entity.inParameterEntity && d.standalone)))
    return malformed(c, `entity "${name}" is not declared`, p, 'wf-entity-declared');
  if (entity?.unparsed === true)
    return malformed(c, `entity "${name}" is not XML: it must not be referred to`, p, 'wf-parsed-entity');
  if (entity === undefined) passOver(d, name, 'may be declared in what is not read');
  return entity;
}

/** Notes that a reference was left out. */
export function passOver(d: Doctype, name: string, why: string): void {
  if (d.passedOver.has(name)) return;
  d.passedOver.add(name);
  const { r } = d;
  report(
    r,
    'XML1005',
    'not-validating',
    `entity "${name}" ${why}: references to it are left out`,
    r.at,
    undefined,
    undefined,
    undefined,
    'warning',
  );
}

/** Reads the replacement text of an entity. What is wrong in it is reported where the entity is referred to, at `p` of `c`. */
export function inside<T>(
  d: Doctype,
  c: Reader,
  entity: Entity,
  text: Uint8Array,
  p: number,
  read: (inner: Reader) => T,
): T {
  if (entity.open) return malformed(c, `entity "${entity.name}" refers to itself`, p, 'wf-no-recursion');
  if (d.depth >= d.r.limits.maxDepth) return beyondLimit(c, 'maxDepth', d.r.limits.maxDepth, p);
  const inner = new Reader(text, { limits: d.r.limits });
  entity.open = true;
  d.depth++;
  try {
    return read(inner);
  } catch (signal) {
    const [issue] = inner.issues;
    if (signal !== STOP || issue === undefined) throw signal;
    const message = issue.message === ENDS_EARLY ? 'its text ends too early' : issue.message;
    report(c, issue.code, issue.rule, `in entity "${entity.name}": ${message}`, p);
    throw STOP;
  } finally {
    entity.open = false;
    d.depth--;
  }
}

/** Counts bytes that an entity or a default adds to the document. */
export function countAdded(d: Doctype, c: Reader, bytes: number, p: number): void {
  d.added += Math.max(bytes, 0);
  const limit = d.r.limits.maxEntityExpansion;
  if (d.added > limit) beyondLimit(c, 'maxEntityExpansion', p, limit);
}
