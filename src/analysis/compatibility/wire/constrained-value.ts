import type { Span } from '../../../foundation/span.js';
import type {
  ComponentId,
  ElementDeclaration,
  Schema,
  TypeDefinition,
  ValueConstraint,
} from '../../../model/schema/index.js';
import { decimalDigits } from '../../../runtime/primitive/decimal.js';
import { normalizeWhiteSpace } from '../../../runtime/primitive/white-space.js';
import { lookupIn, simpleTypeCodec } from '../../simple-type/index.js';
import { type Comparison, type Difference, placeOf } from './comparison.js';
import { languageOf } from './simple/language.js';
import { likelyLiterals } from './simple/likely-literals.js';
import { narrowings } from './simple/narrowing.js';
import { shortestTexts } from './simple/shortest-text.js';
import { compareSimpleTypes } from './simple/simple-pair.js';
import { type ElementSite, type ValueSite, witnessAt } from './site.js';
import { compareTypes, isMixed, textSite, valueTypeOf } from './type-pair.js';
import { keyOf } from '../../../runtime/value-space/key-of.js';

/** A declaration, the simple type of its value, and the value that it fixes, if it fixes one. */
export interface ConstrainedValue {
  readonly component: { readonly id: ComponentId; readonly span: Span };
  readonly type: ComponentId;
  readonly constraint: ValueConstraint | undefined;
}

/** Compares values that may be fixed. An element without text has the fixed value, so that its text is not empty. */
export function compareValues(
  c: Comparison,
  a: ConstrainedValue,
  b: ConstrainedValue,
  site: ValueSite,
  isElement = false,
): void {
  const difference = (rule: Difference['rule']): Difference => ({
    rule,
    from: placeOf(a.component),
    to: placeOf(b.component),
    path: site.path,
    detail: {
      subject: site.path.slice(site.path.lastIndexOf('/') + 1),
      ...(a.constraint === undefined ? {} : { before: a.constraint.lexical }),
      ...(b.constraint === undefined ? {} : { after: b.constraint.lexical }),
    },
  });
  if (a.constraint === undefined && b.constraint === undefined) {
    compareSimpleTypes(c, a.type, b.type, site);
    return;
  }
  if (a.constraint === undefined) {
    const literal = literalsOf(c.from, a.type, c.maxStates).find(
      (text) => !(isElement && text === '') && !isValue(c.to, b, text),
    );
    if (literal === undefined) c.doubt('values-not-comparable', difference('value.fixed-added'));
    else c.report(difference('value.fixed-added'), site.witness(literal));
    return;
  }
  const { namespaces } = a.constraint;
  const lexical = formOf(c.from, a.type, a.constraint);
  // The value is none of the type: by xsi:type an element can claim one that leaves nothing.
  if (lexical === undefined) return;
  if (accepts(c.to, b.type, lexical, namespaces) && isValue(c.to, b, lexical, namespaces)) {
    // Other texts for the same value are as good.
    if (narrowings(c, a.type, b.type).length > 0 && !isText(c.from, a.type))
      c.doubt('values-not-comparable', difference('value.fixed-changed'));
    return;
  }
  c.report(difference('value.fixed-changed'), site.witness(lexical));
}

/** A valid form of a fixed value; undefined where the type has no such value. */
function formOf(
  schema: Schema,
  type: ComponentId,
  { lexical, namespaces }: ValueConstraint,
): string | undefined {
  const forms = [lexical];
  if (/^[+-]?[0-9.]*[0-9][0-9.]*$/.test(lexical.trim())) {
    const { isNegative, integer, fraction } = decimalDigits(lexical.trim());
    forms.push(
      `${isNegative ? '-' : ''}${integer === '' ? '0' : integer}${fraction === '' ? '' : `.${fraction}`}`,
    );
  }
  return forms.find((form) => accepts(schema, type, form, namespaces));
}

/** Whether a literal is valid and, where a value is fixed, is that value. */
function isValue(
  schema: Schema,
  { type, constraint }: ConstrainedValue,
  text: string,
  namespaces: Readonly<Record<string, string>> = {},
): boolean {
  if (!accepts(schema, type, text, namespaces)) return false;
  if (constraint === undefined) return true;
  const codec = simpleTypeCodec(schema, type);
  const key = (lexical: string, bindings: Readonly<Record<string, string>>): string =>
    keyOf(codec, normalizeWhiteSpace(lexical, codec.whiteSpace), lookupIn(bindings));
  return key(text, namespaces) === key(constraint.lexical, constraint.namespaces);
}

function accepts(
  schema: Schema,
  type: ComponentId,
  text: string,
  namespaces: Readonly<Record<string, string>> = {},
): boolean {
  const codec = simpleTypeCodec(schema, type);
  return codec.check(normalizeWhiteSpace(text, codec.whiteSpace), lookupIn(namespaces)) === undefined;
}

const isText = (schema: Schema, type: ComponentId): boolean =>
  simpleTypeCodec(schema, type).primitive === 'string';

/** Some valid literals of a type, as far as they are easily found. */
export function literalsOf(schema: Schema, type: ComponentId, maxStates: number): readonly string[] {
  const { texts } = shortestTexts(
    languageOf(schema, type).acceptor,
    () => false,
    Math.min(maxStates, 2_000),
    50,
  );
  const all = [...texts, ...likelyLiterals(schema, type)].filter((text) => accepts(schema, type, text));
  return [...new Set(all)].sort((x, y) => x.length - y.length);
}

/** Compares the contents of elements one of which has a default or a fixed value. */
export function compareConstrainedValues(
  c: Comparison,
  a: ElementDeclaration,
  b: ElementDeclaration,
  typeA: TypeDefinition,
  typeB: TypeDefinition,
  site: ElementSite,
): void {
  const [valueA, valueB] = [valueTypeOf(typeA), valueTypeOf(typeB)];
  const difference = (rule: Difference['rule']): Difference => ({
    rule,
    from: placeOf(a),
    to: placeOf(b),
    path: site.path,
    detail: {
      subject: a.name.localName,
      ...(a.valueConstraint === undefined ? {} : { before: a.valueConstraint.lexical }),
      ...(b.valueConstraint === undefined ? {} : { after: b.valueConstraint.lexical }),
    },
  });
  const fixed = (constraint: ValueConstraint | undefined): ValueConstraint | undefined =>
    constraint?.kind === 'fixed' ? constraint : undefined;
  if (valueA !== undefined && valueB !== undefined) {
    const left = { component: a, type: valueA, constraint: fixed(a.valueConstraint) };
    const right = { component: b, type: valueB, constraint: fixed(b.valueConstraint) };
    compareValues(c, left, right, textSite(site), true);
    if (a.valueConstraint !== undefined && b.valueConstraint === undefined && !accepts(c.to, valueB, ''))
      c.report(
        difference('default.removed'),
        witnessAt(site, { content: { kind: 'text', text: '' }, mark: { kind: 'text' } }),
      );
    return;
  }
  const isDefault = a.valueConstraint?.kind !== 'fixed' && b.valueConstraint?.kind !== 'fixed';
  if (isDefault && isMixed(typeA) && isMixed(typeB)) compareTypes(c, typeA, typeB, site);
  else if (a.valueConstraint?.kind !== 'fixed' && isMixed(typeA))
    c.report(
      difference('value.fixed-added'),
      witnessAt(site, { content: { kind: 'text', text: 'text' }, mark: { kind: 'text' } }),
    );
  else if (isMixed(typeA) && isMixed(typeB) && a.valueConstraint?.lexical !== undefined) {
    const { lexical } = a.valueConstraint;
    if (b.valueConstraint?.kind === 'fixed' && b.valueConstraint.lexical === lexical) return;
    if (b.valueConstraint?.kind !== 'fixed') c.doubt('mixed-value', difference('value.fixed-changed'));
    else
      c.report(
        difference('value.fixed-changed'),
        witnessAt(site, { content: { kind: 'text', text: lexical }, mark: { kind: 'text' } }),
      );
  } else compareTypes(c, typeA, typeB, site);
}
