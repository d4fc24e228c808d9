import type { ResolvedProject } from '../../config/resolved-config.js';
import { nothingToExplain } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { DiagnosticDefinition } from '../../diagnostics/diagnostic.js';
import { printable } from '../../diagnostics/render/printable.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { CodeExplanation, ComponentExplanation, ComponentExplanations } from '../../pipeline/ports.js';
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

/** What begins like a code of IEC 61968-9: no component is called so. */
const METERING_CODE = /^-?\d+\.[^\s]*$/u;

const CODE = /^[A-Z]{3}\d{4}$/u;

/** `cimbind explain`. */
export const explain = defineCommand({
  name: 'explain',
  summary: 'Explain a diagnostic, a component, or a code such as a reading type',
  description:
    'With the code of a diagnostic: what it means, why it is one, and the way out. With the name of a component of the models: where it is declared, ' +
    'its content model, and the TypeScript declaration that it became. With a code of IEC 61968-9 (reading type, end device event or control type, reading quality): ' +
    'what its fields say. Without a name: the list of all diagnostics.',
  examples: [
    ['$0 explain XSD2104', 'a diagnostic'],
    ['$0 explain cvc-complex-type.2.4', 'a rule of the recommendation'],
    ['$0 explain MeterReading', 'a component of the project, by local name'],
    ["$0 explain 'type:{http://example.org/meter#}Reading'", 'by designator'],
    ['$0 explain 0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', 'a reading type'],
    ['$0 explain', 'list all diagnostics'],
  ],
  operands: { name: 'code', summary: 'Diagnostic, component, or code of IEC 61968-9', least: 0, most: 1 },
  options: {
    schema: schemaOption,
    config: configOption,
    project: projectOption,
    catalog: catalogOption,
    'allow-network': networkOption,
  },
  async run(ctx, options, [name]) {
    if (name !== undefined && METERING_CODE.test(name)) {
      const { value, diagnostics } = await ctx.ports.explainCode(name);
      if (value !== undefined) ctx.out.write(showCode(value, ctx));
      await printRemarks(ctx, diagnostics);
      return value === undefined ? ExitCode.usage : ExitCode.ok;
    }
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
    // The rule of the recommendation that an issue names: all codes that serve it, or one of its clauses.
    const ofRule = CATALOGUE.filter((one) => rulesOf(one).some((rule) => isSameRule(rule, name)));
    if (ofRule.length > 0) {
      ctx.out.write(ofRule.map((one) => explanationOfCode(one, ctx)).join('\n'));
      return ExitCode.ok;
    }
    const refuse = async (nearest: string | undefined): Promise<ExitCode> => {
      const facts = {
        path: '',
        name,
        nearest,
        known: ['those that cimbind explain lists, and the components of the models'],
      };
      await printRemarks(ctx, diagnose(nothingToExplain, facts));
      return ExitCode.usage;
    };
    if (CODE.test(name.toUpperCase()))
      return refuse(
        nearestName(
          name.toUpperCase(),
          CATALOGUE.map(({ code }) => code),
        ),
      );
    const explanations = await explainIn(ctx, { ...options, allowNetwork: options['allow-network'] }, name);
    if (explanations === undefined) return ExitCode.usage;
    if (explanations.found.length === 0) return refuse(explanations.nearest);
    ctx.out.write(explanations.found.map((one) => showComponent(one, ctx)).join('\n'));
    return ExitCode.ok;
  },
});

/** The rule of a code, and those that its explanation names beside it. */
const rulesOf = ({ rule, explanation = '' }: DiagnosticDefinition<never>): readonly string[] => [
  ...(rule === undefined ? [] : [rule]),
  ...(explanation.match(/\bcvc-[\w.-]*\w/g) ?? []),
];

/** A rule, or a clause of it: `cvc-complex-type.2.4.a` is explained by `cvc-complex-type.2.4`. */
const isSameRule = (rule: string, name: string): boolean =>
  rule === name || rule.startsWith(`${name}.`) || name.startsWith(`${rule}.`);

function explanationOfCode(definition: DiagnosticDefinition<never>, ctx: CommandContext): string {
  const { palette } = ctx.out;
  const heading = `${palette[definition.severity](palette.strong(`${definition.severity} ${definition.code}`))}: ${definition.title}`;
  const rule = definition.rule === undefined ? [] : [`rule  ${definition.rule}`];
  return `${[heading, ...rule, ...(definition.explanation === undefined ? [] : ['', definition.explanation])].join('\n')}\n`;
}

/** Undefined where the schemas cannot be had. The first project that knows the name answers. */
async function explainIn(
  ctx: CommandContext,
  choice: SchemaChoice,
  component: string,
): Promise<ComponentExplanations | undefined> {
  const schemas = await openSchemas(ctx, choice);
  if (schemas === undefined) return undefined;
  const projects: readonly (ResolvedProject | undefined)[] =
    schemas.projects.length === 0 ? [undefined] : schemas.projects;
  let nearest: string | undefined;
  for (const project of projects) {
    const entries = project === undefined ? schemas.entries : (schemas.entriesOf.get(project) ?? []);
    const { value, diagnostics } = await ctx.ports.explainComponent({
      entries,
      host: schemas.host,
      project,
      component,
    });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    await printRemarks(ctx, errors, schemas.sources);
    if (value.found.length > 0) return value;
    nearest ??= value.nearest;
  }
  return { found: [], nearest };
}

function showComponent({ component, sections }: ComponentExplanation, ctx: CommandContext): string {
  const { palette } = ctx.out;
  const parts = sections.map(({ title, body }) => `\n${palette.strong(title)}\n${indent(printable(body))}\n`);
  return `${palette.info(printable(component))}\n${parts.join('')}`;
}

/** The code, what it says as a whole, and each field that says something. */
function showCode({ kind, code, summary, fields }: CodeExplanation, ctx: CommandContext): string {
  const { palette } = ctx.out;
  const width = Math.max(...fields.map(({ field }) => field.length));
  const lines = fields.map(
    ({ field, number, words }, index) =>
      `  ${String(index + 1).padStart(2)}  ${field.padEnd(width)}  ${String(number).padStart(5)}  ${words}\n`,
  );
  return `${palette.info(code)}  ${kind}\n${palette.strong(summary)}\n\n${lines.join('')}`;
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
