import type { Binding } from '../../analysis/binding/index.js';
import type { ComponentId, Schema } from '../../model/schema/index.js';
import type { FilePlan } from '../file-plan.js';
import type { ExplainedComponent } from './find-components.js';

/** Where the TypeScript of a component stands, and its text; undefined where a component has no declaration of its own. */
export function declarationText(
  component: ExplainedComponent,
  schema: Schema,
  binding: Binding,
  plans: readonly FilePlan[],
): string | undefined {
  const bound = boundName(component, schema, binding);
  if (bound === undefined) return undefined;
  const inModule = plans.filter(({ path }) => path.startsWith(`${bound.module}/`));
  for (const { path, content } of inModule) {
    const text = declarationOf(bound.name, content);
    if (text !== undefined) return `${path}\n\n${text}`;
  }
  return `${bound.name} in ${bound.module}`;
}

function boundName(
  component: ExplainedComponent,
  schema: Schema,
  binding: Binding,
): { readonly module: string; readonly name: string } | undefined {
  const ofType = (id: ComponentId): { readonly module: string; readonly name: string } | undefined =>
    binding.complexTypes.get(id) ?? binding.simpleTypes.get(id);
  switch (component.kind) {
    case 'complex-type':
    case 'simple-type':
      return ofType(component.id);
    case 'element-declaration':
      // A message shares its name with the anonymous or equally named type that it has.
      return binding.messages.get(component.id) ?? ofType(component.type);
    case 'attribute-declaration':
      return ofType(schema.attributes.get(component.id)?.type ?? component.type);
    default:
      return undefined;
  }
}

/** The declaration of a name in a printed module, with its documentation: down to the line that ends it. */
function declarationOf(name: string, content: string): string | undefined {
  const lines = content.split('\n');
  const declares = new RegExp(`^export (?:interface|type|const) ${name.replaceAll('$', '\\$&')}\\b`, 'u');
  const first = lines.findIndex((line) => declares.test(line));
  if (first < 0) return undefined;
  let start = first;
  while (start > 0 && /^ ?(?:\/\*\*| \*|\*)/u.test(lines[start - 1] ?? '')) start--;
  let end = first;
  let depth = 0;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    // Braces in documentation are those of namespaces.
    if (/^\s*(?:\/\*\*|\*)/u.test(line)) continue;
    depth += line.split(/[{([]/u).length - line.split(/[})\]]/u).length;
    if (depth <= 0 && /[;}]$/u.test(line)) break;
  }
  return lines.slice(start, end + 1).join('\n');
}
