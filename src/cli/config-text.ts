import type { ConfigOptions } from '../config/options.js';

/** What `init` needs to know. */
export interface InitAnswers {
  readonly inputs: readonly string[];
  readonly outDir: string;
  readonly numbers: 'lexical' | 'native';
  readonly packageName: string | undefined;
}

/** The configuration that the answers mean; what is as by default is left out. */
export const optionsOf = ({ inputs, outDir, numbers, packageName }: InitAnswers): ConfigOptions => ({
  version: 1,
  inputs,
  outDir,
  ...(numbers === 'lexical' ? {} : { numbers }),
  ...(packageName === undefined ? {} : { emit: { package: { name: packageName, version: '1.0.0' } } }),
});

/** The text of `cimbind.config.ts`. */
export function configText(answers: InitAnswers): string {
  const { inputs, outDir, numbers, packageName } = answers;
  const lines = [
    'version: 1,',
    `inputs: [${inputs.map(quote).join(', ')}],`,
    `outDir: ${quote(outDir)},`,
    ...(numbers === 'lexical' ? [] : [`numbers: ${quote(numbers)},`]),
    ...(packageName === undefined
      ? []
      : [`emit: { package: { name: ${quote(packageName)}, version: '1.0.0' } },`]),
  ];
  return [
    "import { defineConfig } from 'cimbind';",
    '',
    'export default defineConfig({',
    ...lines.map((line) => `  ${line}`),
    '});',
    '',
  ].join('\n');
}

/** A string literal in single quotes, for any text. */
const quote = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}'`;
