import { posix } from 'node:path';
import type { ResolvedProject } from '../../config/resolved-config.js';
import { handlerMethods } from '../../emitters/adapters/handler-methods.js';
import type { InterfaceSpecification } from '../../model/service/index.js';
import { docComment, quote } from '../../printer/index.js';
import { readTemplates } from '../read-templates.js';
import { templateRenderer } from '../render-template.js';

/** A file to start from: a class with a stub for each message that a component accepts. `out` is relative to the project's root. */
export async function scaffoldHandlers(
  project: ResolvedProject,
  specification: InterfaceSpecification,
  out: string,
): Promise<string> {
  const render = templateRenderer((await readTemplates(project)).texts);
  const generated = posix.relative(posix.dirname(out), `${project.outDir}/adapters/index.js`);
  const comment = docComment([
    specification.documentation ?? `What the component ${specification.component} does with messages.`,
  ]);
  return render('adapters/scaffold.ts.hbs', {
    component: specification.component,
    from: generated.startsWith('.') ? generated : `./${generated}`,
    documentation: comment.kind === 'verbatim' ? comment.text : '',
    handlers: handlerMethods(specification).map(({ method }) => ({ method, quotedMethod: quote(method) })),
  });
}
