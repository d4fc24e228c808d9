import { clark, type ExpandedName } from '../../../foundation/expanded-name.js';
import {
  componentId,
  type ComponentId,
  type ElementDeclaration,
  type Wildcard,
} from '../../../model/schema/index.js';
import { ANY_TYPE } from '../../../model/link/built-in-components.js';
import { type Comparison, type Difference, placeOf } from './comparison.js';
import { globalsOf, unknownElement } from './content-words.js';
import { compareElements, UNKNOWN } from './element-pair.js';
import { type ElementSite, witnessAt } from './site.js';
import type { WirePlace } from './verdict.js';

/** Two wildcards that meet at the same place, and where they are. */
export interface WildcardMeeting {
  readonly from: Wildcard;
  readonly to: Wildcard;
  readonly fromPlace: WirePlace;
  readonly toPlace: WirePlace;
  /** How a message is built around an element that the first wildcard lets in. */
  readonly siteOf: (name: ExpandedName, declaration: ComponentId | undefined) => ElementSite;
}

/** Compares what two wildcards let in of a namespace that both allow, but for names that are explained otherwise. */
export function compareWildcards(
  c: Comparison,
  meeting: WildcardMeeting,
  namespace: string,
  except: ReadonlySet<string>,
): void {
  const { from, to } = meeting;
  const others = [...except].filter((name) => name.startsWith(`{${namespace}}`) || namespace === '').sort();
  const key = `wildcard ${from.processContents} ${to.processContents} ${namespace} ${others.join(' ')}`;
  if (to.processContents === 'skip') return;
  c.once(key, () => {
    const ours = globalsOf(c.from).filter(
      ({ name }) => name.namespace === namespace && !except.has(clark(name)),
    );
    if (from.processContents !== 'strict') {
      const { name } = unknownElement(c, namespace);
      compareUnknown(c, meeting, name, undefined);
      for (const other of c.to.elements.values()) {
        const back = c.match.elementBack(other.name);
        if (other.scope !== 'global' || back.namespace !== namespace || except.has(clark(back))) continue;
        const isOurs = c.from.elements.has(componentId('element', back));
        if (!isOurs || from.processContents === 'skip') compareUnknown(c, meeting, back, other);
      }
    }
    if (from.processContents === 'skip') return;
    for (const element of ours) {
      if (c.sizes.element(element) === Infinity) continue;
      compareLetIn(c, meeting, element);
    }
  });
}

/** A declared element, by the name that the wildcard of the second model sees. */
export function compareLetIn(c: Comparison, meeting: WildcardMeeting, element: ElementDeclaration): void {
  const { to, siteOf } = meeting;
  const site = siteOf(element.name, element.id);
  if (to.processContents === 'skip') return;
  const other = c.to.elements.get(componentId('element', c.match.element(element.name)));
  if (other !== undefined) compareElements(c, element, other, site);
  else if (to.processContents === 'lax') compareElements(c, element, UNKNOWN, site);
  else
    c.report(
      { ...stricter(meeting, site, element.name.localName), key: `strict ${element.id}` },
      witnessAt(site, { mark: { kind: 'element' } }),
    );
}

/** An element that nothing declares in the first model, or that is not looked at. */
function compareUnknown(
  c: Comparison,
  meeting: WildcardMeeting,
  name: ExpandedName,
  other: ElementDeclaration | undefined,
): void {
  const { from, to, siteOf } = meeting;
  const site = siteOf(name, undefined);
  if (from.processContents === 'skip') {
    if (other?.type === ANY_TYPE) return;
    const wrong = { xsiType: INT, content: { kind: 'text', text: 'none' } } as const;
    c.report(
      { ...stricter(meeting, site, name.localName), key: processKey(meeting) },
      witnessAt(site, { ...wrong, mark: { kind: 'element' } }),
    );
    return;
  }
  if (other !== undefined) {
    if (other.type === ANY_TYPE && other.valueConstraint === undefined && !other.abstract) return;
    c.report(
      {
        rule: 'wildcard.newly-declared',
        from: meeting.fromPlace,
        to: placeOf(other),
        path: site.path,
        detail: { subject: name.localName },
        key: `wildcard.newly-declared ${other.id}`,
      },
      witnessAt(site, { ...STRANGE(c), mark: { kind: 'element' } }),
    );
  } else if (to.processContents === 'strict')
    c.report(
      { ...stricter(meeting, site, name.localName), key: processKey(meeting) },
      witnessAt(site, { mark: { kind: 'element' } }),
    );
  else compareElements(c, UNKNOWN, UNKNOWN, site);
}

/** What hardly any type allows, all at once. */
const STRANGE = (c: Comparison): Pick<Parameters<typeof witnessAt>[1], 'content' | 'attributes'> => {
  const inner = unknownElement(c, '');
  return {
    attributes: [{ name: inner.name, declaration: undefined, literal: 'x' }],
    content: { kind: 'elements', elements: [{ element: inner, count: 1 }], text: 'text' },
  };
};

const stricter = (meeting: WildcardMeeting, site: ElementSite, subject: string): Difference => ({
  rule: 'wildcard.process-contents',
  from: meeting.fromPlace,
  to: meeting.toPlace,
  path: site.path,
  detail: { subject, before: meeting.from.processContents, after: meeting.to.processContents },
});

const processKey = ({ fromPlace: { span }, toPlace }: WildcardMeeting): string =>
  `wildcard.process-contents ${span.source}:${String(span.start)} ${toPlace.span.source}:${String(toPlace.span.start)}`;

const INT = 'type:{http://www.w3.org/2001/XMLSchema}int' as ComponentId;
