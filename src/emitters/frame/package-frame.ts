import type { Binding } from '../../analysis/binding/binding.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import type { RenderTemplate } from '../emitter.js';

interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** The package that generated code imports, and the range of its versions. */
  readonly runtime: string;
  readonly runtimeVersion: string;
}

/** What makes the output a package: `package.json`, `tsconfig.json`, `README.md`. */
export function packageFrame(
  binding: Binding,
  facts: PackageFacts,
  render: RenderTemplate,
): readonly FilePlan[] {
  const messages = [...binding.messages.values()]
    .filter(({ abstract }) => !abstract)
    .map(({ name, namespace, module }) => ({
      name,
      namespace: namespace === '' ? '(none)' : namespace,
      import: `${facts.name}/${module}`,
    }));
  const [first] = messages;
  const text = (value: string): string => JSON.stringify(value);
  const view = {
    title: facts.name,
    name: text(facts.name),
    version: text(facts.version),
    description: text(facts.description),
    runtime: text(facts.runtime),
    runtimeVersion: text(facts.runtimeVersion),
  };
  return [
    { path: 'package.json', content: render('package/package.json.hbs', view), layout: 'prettier' },
    { path: 'tsconfig.json', content: render('package/tsconfig.json.hbs', {}), layout: 'prettier' },
    {
      path: 'README.md',
      content: render('package/README.md.hbs', {
        title: facts.name,
        description: facts.description,
        messages,
        example: first === undefined ? null : { name: first.name, from: first.import },
      }),
      layout: 'prettier',
    },
  ];
}
