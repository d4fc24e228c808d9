import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Rules that need no types: the whole project is linted in seconds. The compiler's strictest settings do the rest. */
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; only configuration files export by default.',
};

const noUncheckedCast = {
  selector:
    "TSAsExpression:not([typeAnnotation.type='TSTypeReference'][typeAnnotation.typeName.name='const']) > TSAsExpression, TSAsExpression[typeAnnotation.type='TSAnyKeyword']",
  message: 'A cast through another type hides a mistake; narrow the value instead.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'generated/',
      'coverage/',
      'test/golden/**/expected/',
      'test/types/',
      'tmp/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-implicit-coercion': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noUncheckedCast],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'exit',
          message: 'Return an exit code; only src/cli/main.ts ends the process.',
        },
        {
          property: 'localeCompare',
          message: 'Order by code unit with compareText: output must not depend on the locale.',
        },
        { property: 'toLocaleLowerCase', message: 'Output must not depend on the locale.' },
        { property: 'toLocaleUpperCase', message: 'Output must not depend on the locale.' },
      ],
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Name classes of XML list combining characters on purpose.
      'no-misleading-character-class': 'off',
      // Branded types need index signatures of their own, loops with an index read their neighbours.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/array-type': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    // The scanner's loops index bytes that they have bounded before, and assemble strings piece by piece.
    files: ['src/runtime/**'],
    rules: {
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-fallthrough': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  { files: ['src/cli/main.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['*.config.{js,ts}', '**/cimbind.config.ts', '**/*.interface.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        URL: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        TextEncoder: 'readonly',
        TextDecoder: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    files: ['scripts/**', 'demo/**', 'examples/**', 'test/**'],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
);
