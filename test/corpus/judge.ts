import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parseXml } from '../../src/readers/xml/parse-xml.js';
import { toUtf8 } from '../../src/runtime/xml/encoding.js';
import type { Corpus, InstanceEntry } from './corpus-reports.js';
import type { Expectation } from './expectations.js';
import { elementsOf, parsePlainXml, type PlainElement } from './plain-xml.js';
import type { TaskOutcome } from './tasks.js';

/** One difference between what is and what should be. */
export interface Finding {
  readonly kind:
    'generate' | 'diagnose' | 'compile' | 'types' | 'verdict' | 'round-trip' | 'sample' | 'outdated';
  readonly file: string;
  readonly told: string;
  /** Why it may be so: the reason of the list of exceptions. */
  readonly excepted?: string;
}

/** Right and total of each bar. */
export interface Totals {
  readonly generated: Tally;
  readonly rejected: Tally;
  readonly compiled: Tally;
  /** Models whose valid instances have values of the generated types. */
  readonly typed: Tally;
  readonly verdicts: Tally;
  readonly roundTrips: Tally;
  /** Samples: accepted by generated code and by libxml2, unchanged by decode and encode. */
  readonly samples: Tally;
  readonly samplesOfLibxml2: Tally;
  readonly sampleRoundTrips: Tally;
}

interface Tally {
  right: number;
  total: number;
  excepted: number;
}

/** What the whole run says. */
export interface Judgement {
  readonly totals: Totals;
  readonly findings: readonly Finding[];
}

/** Holds outcomes against libxml2's reports and against the lists of expectations. */
export function judge(
  corpus: Corpus,
  outcomes: readonly TaskOutcome[],
  exceptions: readonly Expectation[],
  rejections: readonly Expectation[],
): Judgement {
  const tally = (): Tally => ({ right: 0, total: 0, excepted: 0 });
  const totals = {
    generated: tally(),
    rejected: tally(),
    compiled: tally(),
    typed: tally(),
    verdicts: tally(),
    roundTrips: tally(),
    samples: tally(),
    samplesOfLibxml2: tally(),
    sampleRoundTrips: tally(),
  };
  const findings: Finding[] = [];
  const used = new Set<Expectation>();
  const count = (kind: Finding['kind'], to: Tally, file: string, told: string | undefined): void => {
    to.total++;
    if (told === undefined) {
      to.right++;
      return;
    }
    const exception = exceptions.find((one) => one.kind === kind && one.file === file);
    if (exception !== undefined) {
      used.add(exception);
      to.excepted++;
    }
    findings.push({ kind, file, told, ...(exception === undefined ? {} : { excepted: exception.reason }) });
  };

  const reports = new Map(corpus.schemas.map((schema) => [schema.file, schema]));
  const countSamples = (to: Tally, file: string, made: number, wrong: readonly string[]): void => {
    to.total += made - wrong.length;
    to.right += made - wrong.length;
    for (const told of wrong) count('sample', to, file, told);
  };

  for (const { id, errors, typeErrors, valueErrors, instances, samples } of outcomes) {
    if (samples !== undefined) {
      countSamples(totals.samples, id, samples.made, samples.refused);
      countSamples(totals.samplesOfLibxml2, id, samples.made, samples.refusedByLibxml2);
      countSamples(totals.sampleRoundTrips, id, samples.made - samples.refused.length, samples.changed);
    }
    const report = reports.get(id);
    const rejection = rejections.find(({ file }) => file === id);
    // No list excuses the refusal of a schema that libxml2 accepts.
    if (rejection !== undefined && report?.verdict !== 'ok') {
      used.add(rejection);
      const isTold = errors.some((error) => error.startsWith(rejection.kind));
      count(
        'diagnose',
        totals.rejected,
        id,
        isTold ? undefined : `${rejection.kind} expected: ${errors.join('; ')}`,
      );
      continue;
    }
    const isAccepted = errors.length === 0 && (report === undefined || report.verdict === 'ok');
    const told =
      errors.length === 0 ? `libxml2 rejects it: ${report?.firstError ?? ''}` : errors.slice(0, 3).join('; ');
    count('generate', totals.generated, id, isAccepted ? undefined : told);
    if (errors.length > 0) continue;
    count(
      'compile',
      totals.compiled,
      id,
      typeErrors.length === 0 ? undefined : typeErrors.slice(0, 3).join('; '),
    );
    if (instances.some(({ verdict }) => verdict === 'valid'))
      count('types', totals.typed, id, valueErrors.length === 0 ? undefined : valueErrors.join('; '));
  }

  const declared = declaredByFamily(outcomes);
  const found = new Map(outcomes.flatMap(({ instances }) => instances.map((one) => [one.file, one])));
  const isWhole = outcomes.length >= corpus.schemas.length;
  for (const entry of corpus.instances) {
    const outcome = found.get(entry.file);
    if (outcome === undefined && !isWhole) continue;
    const verdict =
      outcome?.verdict ?? (entry.schema === '' ? verdictAlone(corpus, entry, declared) : 'not run');
    const issue = outcome?.issue ?? '';
    const told = `libxml2 says ${entry.verdict} ${entry.firstError}, we say ${verdict} ${issue}`;
    count('verdict', totals.verdicts, entry.file, verdict === entry.verdict ? undefined : told);
    // Of an invalid instance only the stream is held against the whole.
    if (verdict !== 'valid' && (outcome?.roundTrip ?? '') === '') continue;
    count(
      'round-trip',
      totals.roundTrips,
      entry.file,
      outcome?.roundTrip === '' ? undefined : outcome?.roundTrip,
    );
  }
  if (isWhole)
    for (const expectation of [...exceptions, ...rejections])
      if (!used.has(expectation))
        findings.push({
          kind: 'outdated',
          file: expectation.file,
          told: `"${expectation.kind}" is not needed any more`,
        });
  return { totals, findings };
}

/** Global elements by family, the first folder of a path. */
function declaredByFamily(outcomes: readonly TaskOutcome[]): ReadonlyMap<string, ReadonlySet<string>> {
  const declared = new Map<string, Set<string>>();
  for (const { id, elements } of outcomes) {
    if (!id.endsWith('.xsd')) continue;
    const names = declared.get(family(id)) ?? new Set();
    for (const name of elements) names.add(name);
    declared.set(family(id), names);
  }
  return declared;
}

const family = (file: string): string => (dirname(file) === '.' ? file : (file.split('/', 1)[0] ?? file));

const ATOM = 'http://www.w3.org/2005/Atom';

/** An instance for which libxml2 had no schema: it must be well-formed, and nothing in it declared by its family. */
function verdictAlone(
  corpus: Corpus,
  entry: InstanceEntry,
  declared: ReadonlyMap<string, ReadonlySet<string>>,
): InstanceEntry['verdict'] | 'declared' {
  const decoded = toUtf8(readFileSync(join(corpus.folder, entry.file)));
  if (!('bytes' in decoded)) return 'NOT-WELL-FORMED';
  const { bytes } = decoded;
  const { value } = parseXml({ uri: entry.file, label: entry.file, bytes }, { allowDoctype: true });
  if (value === undefined) return 'NOT-WELL-FORMED';
  const names = declared.get(family(entry.file)) ?? new Set();
  const root = parsePlainXml(new TextDecoder().decode(bytes));
  // The collector of the corpus looked for payloads: it passed over the feeds that carry them.
  const isDeclared = ({ name }: PlainElement): boolean => names.has(name) && !name.startsWith(`{${ATOM}}`);
  return [...elementsOf(root)].some(isDeclared) ? 'declared' : 'no-schema';
}
