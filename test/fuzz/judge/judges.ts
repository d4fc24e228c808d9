import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FuzzCase } from '../fuzz-case.js';
import { writeSchema, type SchemaTrees } from '../make/make-schema.js';
import { writeXml, type XmlNode } from '../xml-tree.js';
import { compileOwn, type OwnSchema } from './ours.js';
import { startXerces } from './xerces.js';
import type { Verdict } from './verdict.js';
import { askXmllint } from './xmllint.js';

/** Asks all three about a schema and its documents. */
export interface Judges {
  /** The first case is about the schema; it is the only one where we refuse it. */
  judge(schema: SchemaTrees, documents: readonly XmlNode[], own?: OwnSchema): Promise<readonly FuzzCase[]>;
  close(): void;
}

/** Starts the judges. `classes` is where the program for Xerces was compiled to. */
export function startJudges(classes: string): Judges {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const xerces = startXerces(classes);
  return {
    async judge(trees, documents, own) {
      const files = writeSchema(trees);
      const [entry = ''] = Object.keys(files);
      const ours = own ?? compileOwn(files);
      const texts = ours.schema === undefined ? [] : documents.map(writeXml);
      for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
      const paths = texts.map((text, at) => {
        const path = `i${String(at)}.xml`;
        writeFileSync(join(folder, path), text);
        return path;
      });
      const asked = xerces.ask(folder, entry, paths);
      const libxml2 = askXmllint(folder, entry, paths);
      const verdicts = texts.map((text) => ours.validate(text));
      const opinion = await asked;
      const schemaText = Object.values(files).join('\n');
      const make = (
        own: Verdict,
        theirs: readonly (Verdict | undefined)[],
        instance: XmlNode | undefined,
        instanceText: string,
      ): FuzzCase => ({
        kind: instance === undefined ? 'schema' : 'instance',
        schema: trees,
        schemaText,
        instance,
        instanceText,
        verdicts: { ours: own, libxml2: theirs[0], xerces: theirs[1] },
      });
      return [
        make(ours.verdict, [libxml2.schema, opinion.schema], undefined, ''),
        ...texts.map((text, at) =>
          make(
            verdicts[at] ?? ours.verdict,
            [libxml2.instances[at], opinion.instances[at]],
            documents[at],
            text,
          ),
        ),
      ];
    },
    close() {
      xerces.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
