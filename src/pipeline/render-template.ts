import { readFileSync } from 'node:fs';
import type { RenderTemplate } from '../emitters/emitter.js';
import { TEMPLATES } from './template-folder.js';

/** Templates by path: the vendor's where there is one, ours otherwise. Strict: a property that is missing is a bug. */
export async function templateRenderer(own: ReadonlyMap<string, string>): Promise<RenderTemplate> {
  const { default: handlebars } = await import('handlebars');
  return (path, view) => {
    const text = own.get(path) ?? readFileSync(new URL(path, TEMPLATES), 'utf8');
    const escape = /\.(?:html|xsd|wsdl|xml)\.hbs$/u.test(path);
    const render = handlebars.compile(text, { strict: true, noEscape: !escape, knownHelpersOnly: true });
    return render(view);
  };
}
