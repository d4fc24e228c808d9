import { defineDiagnostic } from '../diagnostic.js';

const WAYS =
  'a file, a folder, a glob, git#ref=v1.2:models, git#branch=main, the name of an installed package, or manifest.json of generated code';

export const gitUnavailable = defineDiagnostic<{ readonly folder: string; readonly reason: string }>({
  code: 'SRC2001',
  severity: 'error',
  title: 'a revision cannot be read with git',
  message: ({ folder, reason }) => `git cannot be used in ${folder}: ${reason}`,
  hint: () =>
    'run inside a clone of the repository, with git installed; or name a folder that holds the old model',
});

export const unknownRevision = defineDiagnostic<{
  readonly revision: string;
  readonly nearest: string | undefined;
  readonly known: readonly string[];
}>({
  code: 'SRC2002',
  severity: 'error',
  title: 'the repository has no such revision',
  message: ({ revision }) => `the repository has no revision ${revision}`,
  hint: ({ nearest }) =>
    nearest === undefined
      ? 'fetch it first: in CI clones are often shallow (git fetch --tags --unshallow; actions/checkout with fetch-depth: 0)'
      : `did you mean "${nearest}"? In CI clones are often shallow: git fetch --tags --unshallow`,
});

export const nothingAtRevision = defineDiagnostic<{ readonly revision: string }>({
  code: 'SRC2003',
  severity: 'error',
  title: 'a revision holds no model',
  message: ({ revision }) => `revision ${revision} holds no file that can be a model`,
  hint: () => 'name a revision in which the models were in the repository already',
});

export const sourceNotUnderstood = defineDiagnostic<{ readonly source: string; readonly reason: string }>({
  code: 'SRC2004',
  severity: 'error',
  title: 'what is to be compared cannot be found',
  message: ({ source, reason }) => `cannot compare "${source}": ${reason}`,
  hint: () => `name ${WAYS}`,
});

export const sourceWithoutModels = defineDiagnostic<{
  readonly source: string;
  readonly revision: string | undefined;
}>({
  code: 'SRC2005',
  severity: 'error',
  title: 'what is to be compared holds no model',
  message: ({ source, revision }) =>
    `"${source}" holds no model${revision === undefined ? '' : ` at revision ${revision}`}`,
  hint: () =>
    'expected .xsd, .wsdl or *.profile.yaml files, or an information model (.xmi, .uml, .ecore, .qea, .eap, .rdf, .owl, .ttl)',
});

export const manifestInputsGone = defineDiagnostic<{ readonly manifest: string; readonly file: string }>({
  code: 'SRC2006',
  severity: 'error',
  title: 'the models that a manifest names cannot be found any more',
  message: ({ manifest, file }) =>
    `${manifest} was made from another ${file} than the one here, and git has no commit that holds both`,
  hint: () => 'compare with a revision instead, as in git#ref=v1.2',
});

export const differentKinds = defineDiagnostic<{ readonly before: string; readonly after: string }>({
  code: 'SRC2007',
  severity: 'error',
  title: 'two models of different kinds cannot be compared',
  message: ({ before, after }) => `the old side is ${before}, the new one ${after}`,
  hint: () =>
    'compare schemas with schemas (profiles count as schemas), and information models with information models',
});

export const SRC_REVISION = [
  gitUnavailable,
  unknownRevision,
  nothingAtRevision,
  sourceNotUnderstood,
  sourceWithoutModels,
  manifestInputsGone,
  differentKinds,
] as const;
