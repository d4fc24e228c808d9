import { deprecationOf } from '../../analysis/binding/index.js';
import { clark } from '../../foundation/expanded-name.js';
import type { Annotation, ComponentId, ValueConstraint } from '../../model/schema/index.js';
import type { Code, DocTag } from '../../printer/index.js';
import { docComment, NO_CODE, quote } from '../../printer/index.js';
import { quantityOf } from './quantity.js';

/** What the comment of a declaration or a property is made from. */
export interface Documented {
  /** Annotations, the nearest first: an attribute use before its declaration. */
  readonly annotations: readonly Annotation[];
  /** The component that the declaration stands for. */
  readonly component?: ComponentId;
  readonly valueConstraint?: ValueConstraint | undefined;
  /** Sentences for `@remarks`. */
  readonly remarks?: readonly string[];
}

const SAWSDL_MODEL_REFERENCE = '{http://www.w3.org/ns/sawsdl}modelReference';

/** The TSDoc comment: what the model says in words, and what the type cannot say. */
export function documentation({ annotations, component, valueConstraint, remarks = [] }: Documented): Code {
  const isSilent = annotations.every(saysNothing) && component === undefined;
  if (isSilent && valueConstraint === undefined && remarks.length === 0) return NO_CODE;
  const texts = [
    ...new Set(annotations.flatMap((annotation) => annotation.documentation.map(({ text }) => text))),
  ];
  const units = annotations.flatMap((annotation) =>
    Object.entries(quantityOf(annotation)).map((fact) => fact.join(' ')),
  );
  const fixed = valueConstraint?.kind === 'fixed' ? [`fixed: ${quote(valueConstraint.lexical)}`] : [];
  const said = [...remarks, ...fixed, ...units];
  const tags: DocTag[] = [];
  if (said.length > 0) tags.push({ tag: 'remarks', text: said.join('; ') });
  if (valueConstraint?.kind === 'default')
    tags.push({ tag: 'defaultValue', text: quote(valueConstraint.lexical) });
  const deprecation = texts.map(deprecationOf).find((text) => text !== undefined);
  if (deprecation !== undefined) tags.push({ tag: 'deprecated', text: deprecation });
  for (const reference of annotations.flatMap(modelReferences)) tags.push({ tag: 'see', text: reference });
  if (component !== undefined) tags.push({ tag: 'schemaComponent', text: designator(component) });
  return docComment(texts, tags);
}

const saysNothing = ({ documentation: texts, appinfo, foreignAttributes }: Annotation): boolean =>
  texts.length === 0 && appinfo.length === 0 && foreignAttributes.length === 0;

/** `type {http://example.org/meter#}Reading`. */
const designator = (component: ComponentId): string => component.replace(':', ' ');

function modelReferences(annotation: Annotation): readonly string[] {
  return annotation.foreignAttributes
    .filter(({ name }) => clark(name) === SAWSDL_MODEL_REFERENCE)
    .flatMap(({ value }) => value.split(/\s+/))
    .filter((reference) => reference !== '');
}
