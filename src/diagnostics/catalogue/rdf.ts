import { defineDiagnostic } from '../diagnostic.js';

export const malformedRdf = defineDiagnostic<{ readonly told: string }>({
  code: 'RDF1001',
  severity: 'error',
  title: 'a document is not well-formed RDF',
  message: ({ told }) => told,
  hint: () => 'mend the document at this place; nothing of it was taken over',
});

export const oneSidedRole = defineDiagnostic<{
  readonly role: string;
  readonly inverse: string | undefined;
}>({
  code: 'RDF2001',
  severity: 'warning',
  title: 'a role has no inverse role that belongs to it',
  message: ({ role, inverse }) =>
    inverse === undefined
      ? `the role ${role} names no inverse role`
      : `the role ${role} names ${inverse} as its inverse, which is not a role that names ${role}`,
  hint: () => 'the association is kept, with one end known',
});

export const restrictionIncomplete = defineDiagnostic<{ readonly owner: string }>({
  code: 'RDF2002',
  severity: 'warning',
  title: 'a restriction names no property',
  message: ({ owner }) => `a restriction of ${owner} names no property, it is left out`,
});

/** What is wrong with documents in RDF, whatever they describe. */
export const RDF = [malformedRdf, oneSidedRole, restrictionIncomplete] as const;
