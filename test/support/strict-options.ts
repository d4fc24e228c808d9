import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const RUNTIME = fileURLToPath(new URL('../../src/runtime/codegen/v1/', import.meta.url));

/** The strictest settings that a user may have for generated code: what the README promises to hold under. */
export const STRICT_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  noEmit: true,
};

/** The runtime by the names under which generated code imports it. */
export const RUNTIME_PATHS: NonNullable<ts.CompilerOptions['paths']> = {
  '@cimbind/runtime/codegen/v1': [`${RUNTIME}index.ts`],
  '@cimbind/runtime/codegen/v1/streams': [`${RUNTIME}streams.ts`],
  '@cimbind/runtime/envelope': [`${RUNTIME}../../envelope/index.ts`],
  '@cimbind/runtime/adapter': [`${RUNTIME}../../adapter/index.ts`],
  '@cimbind/runtime/bridge': [`${RUNTIME}../../bridge/index.ts`],
};
