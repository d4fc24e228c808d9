import type { DiagnosticDefinition } from '../diagnostic.js';
import { defineDiagnostic } from '../diagnostic.js';

/** What a compiled validator says of a place in a document. The words are those of the runtime, which imports no catalogue. */
interface Said {
  readonly message: string;
}

const issue = (code: string, rule: string, title: string, explanation: string): DiagnosticDefinition<Said> =>
  defineDiagnostic<Said>({
    code,
    severity: 'error',
    rule,
    title,
    message: ({ message }) => message,
    explanation,
  });

/** Issues of instance documents: content, attributes, declarations and types, identity, values. */
export const VAL: readonly DiagnosticDefinition<Said>[] = [
  issue(
    'VAL2001',
    'cvc-complex-type.2.4',
    'an element stands where the content model does not allow it',
    'The content model of the parent says which elements may follow those that are there already. The message lists what could have stood at this place. ' +
      'Often the element is in the wrong order, there too often, or in another namespace than the schema has it. In tolerant mode this is a warning.',
  ),
  issue(
    'VAL2002',
    'cvc-complex-type.2.4.b',
    'an element ends before its content is complete',
    'Content that the schema requires is missing before the end tag. The message lists what could have come next.',
  ),
  issue(
    'VAL2003',
    'cvc-complex-type.2.3',
    'text stands in an element that may hold elements only',
    'Only white space is allowed between the elements of element-only content. Text is allowed there if the type is declared with mixed="true". ' +
      'In an element whose type has no content at all, not even white space is allowed (cvc-complex-type.2.1).',
  ),
  issue(
    'VAL2004',
    'cvc-complex-type.2.4',
    'an element of a large repetition is there too rarely or too often',
    'The number of occurrences lies outside minOccurs and maxOccurs of the particle.',
  ),
  issue(
    'VAL2005',
    'cvc-complex-type.2.4.a',
    'an element has another namespace than the schema, and was taken for the one that is meant',
    'Editions of a standard differ in their namespace names. In tolerant mode an element with the right local name is read as if it had the right namespace, with this warning.',
  ),
  issue(
    'VAL2006',
    'cvc-complex-type.2.4.c',
    'an element at a strict wildcard has no declaration',
    'A wildcard with processContents="strict" takes declared elements only. Add the schema that declares the element to the inputs, or make the wildcard lax.',
  ),
  issue(
    'VAL2101',
    'cvc-complex-type.4',
    'a required attribute is missing',
    'The attribute is declared with use="required".',
  ),
  issue(
    'VAL2102',
    'cvc-complex-type.3.2',
    'an attribute stands where none of its name is allowed',
    'The type declares no such attribute, and no attribute wildcard of the type admits it. An attribute without a prefix has no namespace, also where a default namespace is declared.',
  ),
  issue(
    'VAL2103',
    'cvc-complex-type.3.2.2',
    'an attribute at a strict wildcard has no declaration',
    'An attribute wildcard with processContents="strict" takes declared attributes only. Add the schema that declares the attribute to the inputs.',
  ),
  issue(
    'VAL2104',
    'cvc-attribute.4',
    'an attribute does not have its fixed value',
    'The declaration fixes the value, or its use in a type does (cvc-au). The value is compared in the value space: 1.0 equals 1 for a decimal, but not for a string.',
  ),
  issue(
    'VAL2200',
    'cvc-elt.1',
    'the root element has no declaration, or is not the one that is expected',
    'A document begins with a global element of the schemas. Check the namespace of the root element, or name the element with --root.',
  ),
  issue(
    'VAL2201',
    'cvc-elt.2',
    'an abstract element stands in a document',
    'An element declared with abstract="true" only heads a substitution group: one of the members must stand in its place.',
  ),
  issue(
    'VAL2202',
    'cvc-type.2',
    'an element has an abstract type',
    'An abstract type cannot be used itself. The element needs an xsi:type attribute that names a type derived from it.',
  ),
  issue(
    'VAL2203',
    'cvc-elt.3.1',
    'xsi:nil stands on an element that is not nillable',
    'The attribute xsi:nil, whatever its value, is allowed only where the declaration says nillable="true".',
  ),
  issue(
    'VAL2204',
    'cvc-elt.3.2',
    'a nil element has content or a fixed value',
    'An element with xsi:nil="true" must be empty, and its declaration must not fix a value.',
  ),
  issue(
    'VAL2205',
    'cvc-elt.5.2.2',
    'an element does not have its fixed value',
    'The value is compared in the value space of its type. An element with a fixed value may be empty: it then has this value.',
  ),
  issue(
    'VAL2206',
    'cvc-elt.4',
    'xsi:type does not name a type that may stand here',
    'The value is a qualified name of a type of the schemas. The type must be derived from the declared one, and neither the element nor the declared type may block the derivation.',
  ),
  issue(
    'VAL2207',
    'stream',
    'records of a derived type cannot be streamed',
    'An element on the way to the records of a stream names another type by xsi:type. It is valid if no other issue says otherwise, but its records are not handed out one by one: read the message as a whole.',
  ),
  issue('VAL2301', 'cvc-id.2', 'an ID is there twice', 'Values of type ID are unique in a document.'),
  issue(
    'VAL2302',
    'cvc-id.1',
    'a reference leads to no ID',
    'Each value of type IDREF or IDREFS must be an ID somewhere in the same document.',
  ),
  issue(
    'VAL2303',
    'cvc-simple-type.2',
    'a value of type ENTITY names no unparsed entity',
    'Values of type ENTITY and ENTITIES are names of unparsed entities that the DOCTYPE of the document declares. A document without DOCTYPE has none.',
  ),
  issue(
    'VAL2401',
    'cvc-identity-constraint.4.1',
    'a unique constraint finds the same values twice',
    'Within the element that carries the constraint, no two of the selected elements may have the same values in all fields. Values are compared in the value space.',
  ),
  issue(
    'VAL2402',
    'cvc-identity-constraint.4.2.1',
    'a key lacks the value of a field',
    'Each element that the selector of a key selects must have a value for each field.',
  ),
  issue(
    'VAL2403',
    'cvc-identity-constraint.4.2.2',
    'a key finds the same values twice',
    'Within the element that carries the key, no two of the selected elements may have the same values in all fields.',
  ),
  issue(
    'VAL2404',
    'cvc-identity-constraint.4.2.3',
    'a field of a key is a nillable element',
    'An element that is a field of a key must not be declared nillable, because a nil element has no value.',
  ),
  issue(
    'VAL2405',
    'cvc-identity-constraint.4.3',
    'a keyref leads to nothing',
    'The values of the fields must be those of an element that the referenced key selects, within the same scope.',
  ),
  issue(
    'VAL2406',
    'cvc-identity-constraint.3',
    'a field of an identity constraint leads to several nodes',
    'Seen from a selected element, the path of a field may lead to one element or attribute at most.',
  ),
  issue(
    'VAL2407',
    'cvc-identity-constraint.3',
    'a field of an identity constraint leads to an element without a simple value',
    'The element at the end of the path of a field must have a simple type, or a complex type with simple content.',
  ),
  issue(
    'VAL3001',
    'cvc-type.3.1.2',
    'an element stands in simple content',
    'The type allows text only. It is a simple type, or a complex type with simple content (cvc-complex-type.2.2).',
  ),
  issue(
    'VAL3002',
    'cvc-datatype-valid.1',
    'a value is not valid for its type',
    'The text is not in the lexical space of the type, or breaks one of its facets; the rule says which: cvc-pattern-valid, cvc-maxInclusive-valid and so on. ' +
      'White space was normalised before, as the type says.',
  ),
  issue(
    'VAL4001',
    'shape',
    'a value does not have the shape of its message',
    'A value that never was XML is written as XML before it is validated. That failed: somewhere in it stands null or undefined, or a value of a kind that the generated types do not allow. ' +
      'Or, with JSON, something in it has no meaning for the message: a member that the type does not have, a number where digits stand as text. ' +
      'Compile the program that makes the value against the generated types.',
  ),
  issue(
    'VAL4002',
    'json',
    'a text is no JSON',
    'The text breaks the grammar of RFC 8259 at this place, names a member twice, or goes too deep. `fromJson` tells nothing else about it.',
  ),
];
