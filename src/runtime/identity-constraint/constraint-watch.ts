import type { NamespaceLookup, SimpleTypeCodec } from '../primitive/simple-type.js';
import { attributeName, attributeText } from '../xml/attribute.js';
import { keyOf } from '../value-space/key-of.js';
import { namespaceOf } from '../xml/namespace.js';
import type { Reader } from '../xml/reader.js';
import {
  complexField,
  danglingReference,
  duplicate,
  missingField,
  nillableField,
  severalNodes,
} from './constraint-issue.js';
import { TablesOfChildren, withChildren, type Journal, type NodeTable } from './node-table.js';
import { leadsTo, passes, type Constraint, type NameTest } from './path-match.js';
import type { IdentityConstraintWatch } from './watch.js';

/** A constraint of an open element, and the nodes that it has so far. */
interface Scope {
  readonly depth: number;
  readonly constraints: readonly ConstraintScope[];
}

interface ConstraintScope {
  readonly constraint: Constraint;
  /** key, unique: the qualified node set. */
  readonly table: NodeTable;
  /** keyref: the qualified node set. */
  readonly references: { readonly key: string; readonly shown: string; readonly at: number }[];
  /** Members of the target node set that are open, outermost first. */
  readonly targets: Target[];
  /** keyref: the nodes that the key has on the same element. */
  readonly referred: NodeTable | undefined;
}

/** A member of the target node set. */
interface Target {
  readonly scope: ConstraintScope;
  readonly depth: number;
  readonly at: number;
  /** By field: the key of its value, null where it is there without a value, undefined where it is not there. */
  keys: (string | null | undefined)[];
  shown: string[];
  /** A field broke a rule, which was reported: the node qualifies for nothing. */
  faulty: boolean;
}

/** An open element that a field leads to. */
interface FieldNode {
  readonly target: Target;
  readonly field: number;
  readonly depth: number;
  readonly at: number;
  /** Undefined until a value, or the lack of one, was told. */
  key: string | null | undefined;
  shown: string;
  nillable: boolean;
}

/** An attribute of the open element that a field would lead to. */
interface AttributeField {
  readonly target: Target;
  readonly field: number;
  readonly test: NameTest;
}

/**
 * Evaluates selectors and fields while a document is read, and checks what came together when the element of the
 * constraint is closed (cvc-identity-constraint, 3.11.4).
 */
export class ConstraintWatch implements IdentityConstraintWatch {
  readonly #names = { namespace: new Array<string>(), local: new Array<string>() };
  #scopes: Scope[] = [];
  #fieldNodes: FieldNode[] = [];
  #attributeFields: AttributeField[] = [];
  readonly #tables = new TablesOfChildren();
  /** Depth of the element that is not assessed, -1 if there is none. */
  #skipDepth = -1;
  #journal: Journal = null;

  /** Starts to watch the open element for `constraints`; `end` takes what is answered. */
  begin(r: Reader, constraints: readonly Constraint[]): Scope {
    const tables = new Map<string, NodeTable>(constraints.map(({ info }) => [info.name, new Map()]));
    const scope: Scope = {
      depth: r.depth,
      constraints: constraints.map((constraint) => ({
        constraint,
        table: tables.get(constraint.info.name) ?? new Map<string, number>(),
        references: [],
        targets: [],
        referred: constraint.info.refer === undefined ? undefined : tables.get(constraint.info.refer),
      })),
    };
    this.#scopes.push(scope);
    this.#enter(r, scope);
    return scope;
  }

  open(r: Reader, namespace: string, local: string): void {
    if (this.#skipDepth >= 0) return;
    this.#names.namespace[r.depth] = namespace;
    this.#names.local[r.depth] = local;
    if (this.#attributeFields.length > 0) this.#attributeFields = [];
    for (const scope of this.#scopes) this.#enter(r, scope);
  }

  /** The open element may be a target of the constraints of `scope`, and what fields of open targets lead to. */
  #enter(r: Reader, scope: Scope): void {
    const { depth } = r;
    const before = this.#attributeFields.length;
    const at = r.base + (r.nameStart[depth] as number);
    for (const one of scope.constraints) {
      const { selector, fields } = one.constraint;
      for (const path of selector)
        if (leadsTo(path, this.#names, scope.depth, depth)) {
          one.targets.push({ scope: one, depth, at, keys: [], shown: [], faulty: false });
          break;
        }
      for (const target of one.targets)
        for (let field = 0; field < fields.length; field++) {
          let isNode = false;
          for (const path of fields[field] as Constraint['selector']) {
            if (!leadsTo(path, this.#names, target.depth, depth)) continue;
            if (path.attribute !== null) this.#attributeFields.push({ target, field, test: path.attribute });
            else if (!isNode) {
              isNode = true;
              this.#fieldNodes.push({ target, field, depth, at, key: undefined, shown: '', nillable: false });
            }
          }
        }
    }
    if (this.#attributeFields.length > before && r.attributeCount > 0)
      for (let index = 0; index < r.attributeCount; index++)
        if (r.attributeNamespace[index] === XSI) {
          const local = attributeName(r, index);
          this.#attributeNode(
            r,
            before,
            XSI,
            local,
            () => keyOfXsi(r, index, local),
            attributeText(r, index),
          );
        }
  }

  attribute(
    r: Reader,
    namespace: string,
    local: string,
    type: SimpleTypeCodec,
    literal: string,
    lookup?: NamespaceLookup,
  ): void {
    if (this.#attributeFields.length > 0 && this.#skipDepth < 0)
      this.#attributeNode(r, 0, namespace, local, () => keyIn(r, type, literal, lookup), literal);
  }

  value(
    r: Reader,
    index: number,
    type: SimpleTypeCodec,
    literal: string | null,
    lookup?: NamespaceLookup,
  ): void {
    if (index < 0) {
      if (literal === null) this.withoutValue(r);
      else this.#text(r, type, literal, lookup);
      return;
    }
    const namespace = r.attributeNamespace[index] as string;
    const local = attributeName(r, index);
    if (literal !== null) this.attribute(r, namespace, local, type, literal, lookup);
    else if (this.#attributeFields.length > 0 && this.#skipDepth < 0)
      this.#attributeNode(r, 0, namespace, local, () => null, '');
  }

  #attributeNode(
    r: Reader,
    from: number,
    namespace: string,
    local: string,
    key: () => string | null,
    literal: string,
  ): void {
    let before: AttributeField | undefined;
    for (let index = from; index < this.#attributeFields.length; index++) {
      const candidate = this.#attributeFields[index] as AttributeField;
      const { target, field, test } = candidate;
      if (!passes(test, namespace, local)) continue;
      // Two paths of a union that lead to the same attribute lead to one node.
      if (before?.target === target && before.field === field) continue;
      before = candidate;
      if (target.keys[field] === undefined) {
        target.keys[field] = key();
        target.shown[field] = literal;
      } else {
        const at = r.base + (r.nameStart[r.depth] as number);
        if (!target.faulty) severalNodes(r, target.scope.constraint.info, field, at, local);
        target.faulty = true;
      }
    }
  }

  #text(r: Reader, type: SimpleTypeCodec, literal: string, lookup?: NamespaceLookup): void {
    if (this.#skipDepth >= 0) return;
    for (let index = this.#fieldNodes.length - 1; index >= 0; index--) {
      const node = this.#fieldNodes[index] as FieldNode;
      if (node.depth !== r.depth) return;
      node.key = keyIn(r, type, literal, lookup);
      node.shown = literal;
    }
  }

  withoutValue(r: Reader): void {
    for (const node of this.#fieldNodes) if (node.depth === r.depth) node.key = null;
  }

  nillable(r: Reader): void {
    for (const node of this.#fieldNodes) if (node.depth === r.depth) node.nillable = true;
  }

  skipped(r: Reader): void {
    if (this.#skipDepth >= 0) return;
    const { depth } = r;
    this.#skipDepth = depth;
    this.#attributeFields = [];
    this.#fieldNodes = this.#fieldNodes.filter((node) => node.depth !== depth);
    for (const { constraints } of this.#scopes)
      for (const { targets } of constraints) if (targets.at(-1)?.depth === depth) targets.pop();
  }

  close(r: Reader): void {
    const { depth } = r;
    if (this.#skipDepth >= 0) {
      if (this.#skipDepth === depth) this.#skipDepth = -1;
      return;
    }
    if (this.#attributeFields.length > 0) this.#attributeFields = [];
    for (let node = this.#fieldNodes.at(-1); node?.depth === depth; node = this.#fieldNodes.at(-1)) {
      this.#fieldNodes.pop();
      settleField(r, node);
    }
    for (const { constraints } of this.#scopes)
      for (const { targets } of constraints) {
        const target = targets.at(-1);
        if (target?.depth !== depth) continue;
        targets.pop();
        settleTarget(r, target, this.#journal);
      }
    // An element that has constraints itself hands its tables up in `end`.
    if (this.#scopes.at(-1)?.depth === depth) return;
    const tables = this.#tables.take(depth, this.#journal);
    if (tables === undefined) return;
    for (const [name, table] of tables) this.#tables.collect(depth - 1, name, table, this.#journal);
  }

  /** The element of `scope` was closed: checks its constraints against all that came together. */
  end(r: Reader, scope: Scope): void {
    const ofChildren = this.#tables.take(scope.depth, this.#journal);
    const tables = new Map<string, NodeTable>(ofChildren);
    for (const { constraint, table } of scope.constraints) {
      const { name, category } = constraint.info;
      if (category === 'keyref') continue;
      const own = this.#journal === null ? table : new Map(table);
      tables.set(name, withChildren(own, ofChildren?.get(name)));
    }
    for (const { constraint, references } of scope.constraints) {
      const table = constraint.info.refer === undefined ? undefined : tables.get(constraint.info.refer);
      for (const { key, shown, at } of references)
        if (table?.has(key) !== true) danglingReference(r, constraint.info, shown, at);
    }
    this.#scopes.pop();
    if (this.#scopes.length === 0) r.watch = null;
    for (const [name, table] of tables)
      if (this.#isReferredTo(name)) this.#tables.collect(scope.depth - 1, name, table, this.#journal);
  }

  /** Whether an element further out has a keyref to this key: only then its table goes up (3.11.5). */
  #isReferredTo(name: string): boolean {
    for (const { constraints } of this.#scopes)
      for (const { constraint } of constraints) if (constraint.info.refer === name) return true;
    return false;
  }

  mark(r: Reader): () => void {
    if (!r.partial) {
      this.#journal = null;
      return () => undefined;
    }
    const journal: (() => void)[] = [];
    this.#journal = journal;
    const scopes = this.#scopes.map((scope) => ({
      scope,
      constraints: scope.constraints.map(({ targets, references }) => ({
        references: references.length,
        targets: targets.map((target) => ({
          target,
          keys: [...target.keys],
          shown: [...target.shown],
          faulty: target.faulty,
        })),
      })),
    }));
    const fieldNodes = this.#fieldNodes.map((node) => ({
      node,
      key: node.key,
      shown: node.shown,
      nillable: node.nillable,
    }));
    const attributeFields = this.#attributeFields;
    const skipDepth = this.#skipDepth;
    return () => {
      r.watch = this;
      for (let undo = journal.pop(); undo !== undefined; undo = journal.pop()) undo();
      this.#scopes = scopes.map(({ scope, constraints }) => {
        constraints.forEach(({ references, targets }, index) => {
          const live = scope.constraints[index] as ConstraintScope;
          live.references.length = references;
          live.targets.length = 0;
          for (const { target, keys, shown, faulty } of targets)
            live.targets.push(Object.assign(target, { keys: [...keys], shown: [...shown], faulty }));
        });
        return scope;
      });
      this.#fieldNodes = fieldNodes.map(({ node, ...state }) => Object.assign(node, state));
      this.#attributeFields = attributeFields;
      this.#skipDepth = skipDepth;
    };
  }
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** The attributes of `xsi:` are nodes like others, declared by the recommendation itself (3.2.7). */
function keyOfXsi(r: Reader, index: number, local: string): string {
  const text = attributeText(r, index)
    .replace(/[ \t\n\r]+/g, ' ')
    .trim();
  if (local === 'nil') return `xsi:nil ${String(text === 'true' || text === '1')}`;
  if (local !== 'type') return `xsi:${local} ${text}`;
  const colon = text.indexOf(':');
  return `xsi:type {${namespaceOf(r, text.slice(0, Math.max(colon, 0))) ?? ''}}${text.slice(colon + 1)}`;
}

/** The field node was closed: its target takes the value, if it is the only one and simple (clause 3). */
function settleField(r: Reader, { target, field, at, key, shown, nillable }: FieldNode): void {
  const { info } = target.scope.constraint;
  if (target.keys[field] !== undefined) {
    if (!target.faulty) severalNodes(r, info, field, at);
    target.faulty = true;
    return;
  }
  target.keys[field] = key ?? null;
  target.shown[field] = shown;
  if (key === undefined) {
    complexField(r, info, field, at);
    target.faulty = true;
  } else if (nillable && info.category === 'key') {
    nillableField(r, info, at);
    target.faulty = true;
  }
}

/** The target was closed: it goes to the qualified node set, if all fields have a value (clause 4). */
function settleTarget(r: Reader, target: Target, journal: Journal): void {
  if (target.faulty) return;
  const { scope, keys, at } = target;
  const { info } = scope.constraint;
  const count = info.fields.length;
  let sequence = '';
  for (let field = 0; field < count; field++) {
    const key = keys[field];
    if (key === undefined && info.category === 'key') missingField(r, info, field, at);
    // A value that is not valid was reported where it stands.
    if (key === undefined || key === null) return;
    sequence = count === 1 ? key : `${sequence}${key.length}:${key}`;
  }
  // Reading a character makes the engine copy what was put together; otherwise each key would keep the piece of the
  // document alive from which its value was cut.
  sequence.charCodeAt(0);
  if (info.category === 'keyref') {
    if (scope.referred?.has(sequence) === true) return;
    const shown = showValues(target);
    shown.charCodeAt(0);
    scope.references.push({ key: sequence, shown, at });
    r.late?.push(at);
    return;
  }
  const first = scope.table.get(sequence);
  if (first !== undefined) return duplicate(r, info, showValues(target), at, first);
  scope.table.set(sequence, at);
  journal?.push(() => scope.table.delete(sequence));
}

const showValues = ({ shown }: Target): string =>
  shown.map((text) => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`).join(', ');

const keyIn = (
  r: Reader,
  type: SimpleTypeCodec,
  literal: string,
  lookup: NamespaceLookup | undefined,
): string => keyOf(type, literal, lookup ?? ((prefix) => namespaceOf(r, prefix)));
