import type { NounFact } from '../../analysis/exchange/index.js';
import { toKebabCase } from '../../analysis/naming/identifier-form.js';
import { unknownNoun } from '../../diagnostics/catalogue/ifc.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { InterfaceSpecification } from '../../model/service/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import type { RenderTemplate } from '../emitter.js';
import { adapterView, ADAPTER_VIEW_VERSION } from './adapter-view.js';

/** How adapters are made. */
export interface AdapterEmitOptions {
  /** The package of the runtime: `@cimbind/runtime`. */
  readonly runtime: string;
  readonly header: readonly string[];
  /** Templates of the vendor beside `adapters/`: each makes a further file for every component. */
  readonly further: readonly string[];
}

/** Where a further template stands: `adapters/{component}.metrics.ts.hbs` makes `adapters/head-end.metrics.ts`. */
export const FURTHER_TEMPLATE = /^adapters\/\{component\}\.(.+)\.hbs$/u;

/** The adapter of each component: the contract of its handlers, its client, and what connects both. */
export function emitAdapters(
  specifications: readonly InterfaceSpecification[],
  nouns: readonly NounFact[],
  options: AdapterEmitOptions,
  render: RenderTemplate,
): Read<readonly FilePlan[]> {
  const diagnostics = new DiagnosticBag();
  const plans: FilePlan[] = [];
  const components: { readonly component: string; readonly from: string }[] = [];
  for (const specification of specifications) {
    const { view, unknown } = adapterView(specification, nouns, options);
    for (const { noun, known } of unknown)
      diagnostics.add(unknownNoun, { noun, nearest: nearestName(noun, known), known });
    const file = toKebabCase(specification.component);
    components.push({ component: specification.component, from: `./${file}.js` });
    plans.push({
      path: `adapters/${file}.ts`,
      content: render('adapters/adapter.ts.hbs', view),
      layout: 'prettier',
    });
    for (const template of options.further) {
      const [, rest = ''] = FURTHER_TEMPLATE.exec(template) ?? [];
      plans.push({ path: `adapters/${file}.${rest}`, content: render(template, view), layout: 'prettier' });
    }
  }
  const { header } = options;
  plans.push({
    path: 'adapters/index.ts',
    content: render('adapters/index.ts.hbs', { version: ADAPTER_VIEW_VERSION, header, components }),
    layout: 'prettier',
  });
  return { value: plans, diagnostics: diagnostics.sorted() };
}
