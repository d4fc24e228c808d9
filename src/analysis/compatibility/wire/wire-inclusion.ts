import { componentId, type ElementDeclaration, type Schema } from '../../../model/schema/index.js';
import { Comparison, placeOf } from './comparison.js';
import { globalsOf } from './content-words.js';
import { compareElements } from './element-pair.js';
import { rootSite, witnessAt } from './site.js';
import type { WireOptions, WireVerdict } from './verdict.js';

/**
 * Whether every message that `from` accepts is accepted by `to`. For new readers of old messages, `from` is the old model; for
 * old readers of new messages, it is the new one. Findings have witnesses that are not yet run through validators.
 */
export function wireInclusion(from: Schema, to: Schema, options: WireOptions = {}): WireVerdict {
  const c = new Comparison(from, to, options);
  const roots = options.roots?.flatMap((id) => from.elements.get(id) ?? []) ?? globalsOf(from);
  for (const root of roots) compareRoot(c, root);
  c.run();
  const findings = [...c.findings.values()];
  const doubts = [...c.doubts.values()];
  if (findings.length > 0) return { verdict: 'breaking', findings, doubts };
  return doubts.length > 0 ? { verdict: 'undecided', doubts } : { verdict: 'compatible' };
}

function compareRoot(c: Comparison, root: ElementDeclaration): void {
  if (root.abstract || c.sizes.element(root) === Infinity) return;
  const site = rootSite(root.name, root.id);
  const other = c.to.elements.get(componentId('element', c.match.element(root.name)));
  if (other !== undefined && !other.abstract) {
    compareElements(c, root, other, site);
    return;
  }
  c.report(
    {
      rule: other === undefined ? 'root.removed' : 'root.abstract',
      from: placeOf(root),
      to: placeOf(other ?? root),
      path: site.path,
      detail: { subject: root.name.localName },
    },
    witnessAt(site, { mark: { kind: 'element' } }),
  );
}
