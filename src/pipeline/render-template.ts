import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import type { RenderTemplate } from '../emitters/emitter.js';
import { TEMPLATES } from './template-folder.js';

/**
 * Templates by path: the vendor's where there is one, ours otherwise. Strict: a property that is missing is a bug. Handlebars
 * is loaded when the first template is rendered: most projects render none.
 */
export function templateRenderer(own: ReadonlyMap<string, string>): RenderTemplate {
  let handlebars: typeof Handlebars | undefined;
  return (path, view) => {
    const text = own.get(path) ?? readFileSync(new URL(path, TEMPLATES), 'utf8');
    const escape = /\.(?:html|xsd|wsdl|xml)\.hbs$/u.test(path);
    handlebars ??= createRequire(import.meta.url)('handlebars') as typeof Handlebars;
    const render = handlebars.compile(text, { strict: true, noEscape: !escape, knownHelpersOnly: true });
    return render(view);
  };
}
