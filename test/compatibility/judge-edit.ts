import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { proveWireInclusion } from '../../src/pipeline/prove-witnesses.js';
import type { Schema } from '../../src/model/schema/index.js';
import { schemaOf } from '../support/compile-schema.js';
import { xmllint } from '../support/outside-opinion.js';
import type { Edit, Effect } from './edits/edit.js';

/** What came of one direction of an edit. */
export interface Judgement {
  readonly what: string;
  readonly direction: 'backward' | 'forward';
  readonly outcome: 'right' | 'wrong' | 'undecided';
  readonly findings: number;
  /** What is wrong, or not decided. */
  readonly why: readonly string[];
}

/** Judges both directions of an edit. `folder` gets the schemas and witnesses for libxml2; without, it is not asked. */
export function judgeEdit(edit: Edit, folder: string | undefined): readonly Judgement[] {
  const [old, fresh] = [schemaOf(edit.before), schemaOf(edit.after)];
  const paths = folder === undefined ? undefined : writeSchemas(edit, folder);
  return [
    judge(edit, 'backward', edit.backward, [old, fresh], paths, folder),
    judge(
      edit,
      'forward',
      edit.forward,
      [fresh, old],
      paths && { old: paths.fresh, fresh: paths.old },
      folder,
    ),
  ];
}

interface SchemaPaths {
  readonly old: string;
  readonly fresh: string;
}

function judge(
  { what }: Edit,
  direction: Judgement['direction'],
  effect: Effect,
  [from, to]: readonly [Schema, Schema],
  paths: SchemaPaths | undefined,
  folder: string | undefined,
): Judgement {
  const verdict = proveWireInclusion(from, to);
  const why: string[] = [];
  const findings = verdict.verdict === 'breaking' ? verdict.findings : [];
  const doubts = verdict.verdict === 'compatible' ? [] : verdict.doubts;
  const unproved = doubts.filter(({ reason }) => reason === 'witness-not-proved');
  if (findings.length > 0 !== (effect === 'breaks') && !(findings.length === 0 && doubts.length > 0))
    why.push(`expected: ${effect}; found: ${findings.map(({ rule, path }) => `${rule} ${path}`).join(', ')}`);
  why.push(...unproved.map(({ rule, path }) => `${rule} ${path} was not proved`));
  if (paths !== undefined && folder !== undefined) {
    for (const [index, { rule, proof }] of findings.entries()) {
      const path = join(folder, `${direction}-${String(index)}.xml`);
      writeFileSync(path, proof.xml);
      if (!xmllint(paths.old, [path]).has(path))
        why.push(`${rule}: libxml2 rejects the witness with the first schema`);
      if (xmllint(paths.fresh, [path]).has(path))
        why.push(`${rule}: libxml2 accepts the witness with the second schema`);
    }
  }
  if (why.length > 0) return { what, direction, outcome: 'wrong', findings: findings.length, why };
  if (doubts.length > 0)
    return {
      what,
      direction,
      outcome: 'undecided',
      findings: findings.length,
      why: doubts.map(({ rule, reason, path }) => `${rule} ${path}: ${reason}`),
    };
  return { what, direction, outcome: 'right', findings: findings.length, why };
}

function writeSchemas({ before, after }: Edit, folder: string): SchemaPaths {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, body: string): string => {
    const path = join(folder, name);
    writeFileSync(
      path,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:s" xmlns:s="urn:s" targetNamespace="urn:s" elementFormDefault="qualified">${body}</xs:schema>`,
    );
    return path;
  };
  return { old: write('before.xsd', before), fresh: write('after.xsd', after) };
}
