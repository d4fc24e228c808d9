import { defineDiagnostic } from '../diagnostic.js';

interface Told {
  readonly told: string;
}

export const notWellFormed = defineDiagnostic<Told>({
  code: 'XML1001',
  severity: 'error',
  rule: 'well-formed',
  title: 'the document is not well-formed XML',
  message: ({ told }) => told,
  hint: () => 'mend the document at this place; nothing behind it was read',
});

export const notNamespaceWellFormed = defineDiagnostic<Told>({
  code: 'XML1002',
  severity: 'error',
  rule: 'namespace-well-formed',
  title: 'a prefix or a namespace declaration is wrong',
  message: ({ told }) => told,
  hint: () => 'declare the prefix with xmlns:… on this element or on one around it',
});

export const passesLimit = defineDiagnostic<Told>({
  code: 'XML1003',
  severity: 'error',
  rule: 'limit',
  title: 'the document is beyond a limit',
  message: ({ told }) => told,
  hint: () => 'raise the limit in the options if the sender can be trusted',
});

export const hasDoctype = defineDiagnostic<Told>({
  code: 'XML1004',
  severity: 'error',
  rule: 'doctype',
  title: 'the document has a DOCTYPE',
  message: ({ told }) => told,
  hint: () => 'take the DOCTYPE out, or allow it where the sender can be trusted',
});

export const entityPassedOver = defineDiagnostic<Told>({
  code: 'XML1005',
  severity: 'warning',
  rule: 'not-validating',
  title: 'an entity is not read',
  message: ({ told }) => told,
  hint: () => 'declare the entity in the internal subset; nothing external is ever read',
});

export const XML_DIAGNOSTICS = [
  notWellFormed,
  notNamespaceWellFormed,
  passesLimit,
  hasDoctype,
  entityPassedOver,
] as const;
