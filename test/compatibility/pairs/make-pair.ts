import type { Schema } from '../../../src/model/schema/index.js';
import { Random } from '../../../src/samples/random.js';
import { compileOwn } from '../../fuzz/judge/ours.js';
import { makeSchema, writeSchema } from '../../fuzz/make/make-schema.js';
import { FEATURES } from '../../fuzz/make/scope.js';
import { copyNode } from '../../fuzz/xml-tree.js';
import { changeSchema } from './change-schema.js';

/** One schema of a pair: its documents, the one to begin with first, and what they come to. */
export interface Side {
  readonly files: Readonly<Record<string, string>>;
  readonly schema: Schema;
}

/** Two schemas that have something to do with each other. */
export interface Pair {
  readonly feature: string;
  readonly old: Side;
  readonly fresh: Side;
}

/** A random schema, and the same with one to three random changes. Both are schemas; other chances are passed over. */
export function makePair(seed: number): Pair {
  for (let attempt = 0; ; attempt++) {
    const random = new Random(seed * 1009 + attempt * 65_537);
    const feature = FEATURES[(seed + attempt) % (FEATURES.length - 1)] ?? 'everything';
    const trees = makeSchema(random.next(), feature);
    const old = sideOf(writeSchema(trees));
    if (old === undefined) continue;
    for (let turn = 0; turn < 12; turn++) {
      const copies = Object.fromEntries(Object.entries(trees).map(([file, root]) => [file, copyNode(root)]));
      const changes = random.pick([1, 1, 1, 2, 3]) ?? 1;
      for (let change = 0; change < changes; change++) changeSchema(random, Object.values(copies));
      const files = writeSchema(copies);
      if (JSON.stringify(files) === JSON.stringify(old.files)) continue;
      const fresh = sideOf(files);
      if (fresh !== undefined)
        return random.chance(50) ? { feature, old, fresh } : { feature, old: fresh, fresh: old };
    }
  }
}

function sideOf(files: Readonly<Record<string, string>>): Side | undefined {
  const { schema } = compileOwn(files);
  return schema && { files, schema };
}
