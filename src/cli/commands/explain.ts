import type { ResolvedProject } from '../../config/resolved-config.js';
import { nothingToExplain } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { DiagnosticDefinition } from '../../diagnostics/diagnostic.js';
import { printable } from '../../diagnostics/render/printable.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { ComponentExplanation } from '../../pipeline/ports.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import type { SchemaChoice } from '../open-schemas.js';
import { openSchemas } from '../open-schemas.js';
import { printRemarks } from '../print-report.js';
import {
  catalogOption,
  configOption,
  networkOption,
  projectOption,
  schemaOption,
} from '../shared-options.js';

const CODE = /^[A-Z]{3}\d{4}$/u;

/** `cimbind explain`. */
export const explain = defineCommand({
  name: 'explain',
  summary: 'Explain a diagnostic code, or how a component became what it is',
  description:
    'With the code of a diagnostic: what it means, why it is one, and the way out. With the name of a component of the models: where it is declared, ' +
    'its content model, and the TypeScript declaration that it became. Without a name: the list of all codes.',
  examples: [
    ['$0 explain XSD2104', 'a diagnostic'],
    ['$0 explain MeterReading', 'a component of the project, by local name'],
    ["$0 explain 'type:{http://example.org/meter#}Reading'", 'by designator'],
    ['$0 explain', 'list all codes'],
  ],
  operands: { name: 'code', summary: 'Diagnostic code or component', least: 0, most: 1 },
  options: {
    schema: schemaOption,
    config: configOption,
    project: projectOption,
    catalog: catalogOption,
    'allow-network': networkOption,
  },
  async run(ctx, options, [name]) {
    const { CATALOGUE } = await import('../../diagnostics/catalogue/index.js');
    if (name === undefined) {
      ctx.out.write(
        CATALOGUE.map((one) => `${one.code}  ${one.severity.padEnd(7)}  ${one.title}\n`).join(''),
      );
      return ExitCode.ok;
    }
    const definition = CATALOGUE.find(({ code }) => code === name.toUpperCase());
    if (definition !== undefined) {
      ctx.out.write(explanationOfCode(definition, ctx));
      return ExitCode.ok;
    }
    const known = CATALOGUE.map(({ code }) => code);
    const refuse = async (): Promise<ExitCode> => {
      const nearest = CODE.test(name.toUpperCase()) ? nearestName(name, known) : undefined;
      const facts = { path: '', name, nearest, known: ['see the list: cimbind explain'] };
      await printRemarks(ctx, diagnose(nothingToExplain, facts));
      return ExitCode.usage;
    };
    if (CODE.test(name)) return refuse();
    const explanation = await explanationOfComponent(
      ctx,
      { ...options, allowNetwork: options['allow-network'] },
      name,
    );
    if (explanation === 'unusable') return ExitCode.usage;
    if (explanation === undefined) return refuse();
    ctx.out.write(showComponent(explanation, ctx));
    return ExitCode.ok;
  },
});

function explanationOfCode(definition: DiagnosticDefinition<never>, ctx: CommandContext): string {
  const { palette } = ctx.out;
  const heading = `${palette[definition.severity](palette.strong(`${definition.severity} ${definition.code}`))}: ${definition.title}`;
  const rule = definition.rule === undefined ? [] : [`rule  ${definition.rule}`];
  return `${[heading, ...rule, ...(definition.explanation === undefined ? [] : ['', definition.explanation])].join('\n')}\n`;
}

async function explanationOfComponent(
  ctx: CommandContext,
  choice: SchemaChoice,
  component: string,
): Promise<ComponentExplanation | 'unusable' | undefined> {
  const schemas = await openSchemas(ctx, choice);
  if (schemas === undefined) return 'unusable';
  const contexts: readonly (ResolvedProject | undefined)[] =
    schemas.projects.length === 0 ? [undefined] : schemas.projects;
  for (const project of contexts) {
    const entries = project === undefined ? schemas.entries : (schemas.entriesOf.get(project) ?? []);
    const read = await ctx.ports.explainComponent({ entries, host: schemas.host, project, component });
    await printRemarks(
      ctx,
      read.diagnostics.filter(({ severity }) => severity === 'error'),
      schemas.sources,
    );
    if (read.value !== undefined) return read.value;
  }
  return undefined;
}

function showComponent({ component, sections }: ComponentExplanation, ctx: CommandContext): string {
  const { palette } = ctx.out;
  const parts = sections.map(({ title, body }) => `\n${palette.strong(title)}\n${indent(printable(body))}\n`);
  return `${palette.info(printable(component))}\n${parts.join('')}`;
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
